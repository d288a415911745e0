/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, sealQuestion, sealNow, sealNowText, sealNot
  case sealNotMine, sealNotShared, sealNotEmployer, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, newMoment
  case newMomentSaid, newMomentKept, stillTrueCount, stillTrueAsk, stillTrueTyped, lapsedSaid
  case nothingCarried, asYouLike, doneShort, aboutMinutes, partDone, answered, allAnswered
  case firstQuestion, noLongForm, openingMinutes, openingFor, closingTrust, closingOpen
  case closingNext, closingPathways, enterGoesOn, enterOn, enterStarts, homeSeal, homeLock
  case sealTitle, sealWhat, sealLeaks, sealChoose, sealChooseKeys, sealWordsTitle, sealWordsWrite
  case sealWordsKeys, sealAgainTitle, sealAgain, sealAgainKeys, sealSame, sealLeft, recoveryCheck
  case recoveryDiffers, secretLines, secretLinesShown, sealDiffers, sealShort, recoveryTitle
  case recoveryWhat, recoveryKeys, recoverySheetTitle, recoverySheetText, sealMoment, lockMoment
  case sealedTitle, sealedNow, sealedSaid, lockTitle, lockAsk, lockKeys, lockLost, lockNone
  case lockedLines, lockWrong, lockSoon, lockedIdle, readOnly, readOnlyHeld, readOnlyDisk
  case mayWrite, forgetAsk, forgetEntryAsk, forgetInEntry, forgetLeft, arrivedHere, forgetNothing
  case forgotten, forgetElsewhere, plainForgetAsk, migratedSaid, saving, savedAt, notSaved
  case notSavedWhy, notReadWhy, demoName, leftUnsaved, savedGoodbye, nothingSaved, nextTime
  case nextTimePathways, atTheTop, tooSmall, privacyWord, more, undoneSaid, redoneSaid
  case nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort, ratherNotHeld, chosenOf
  case atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote, nothingComes, textFull
  case fieldOptional, fieldMany, fieldOpens, givenPast, leftToGive, ratherNotInEntry, entryDropAsk
  case entryDropped, entryNotWhole, entryNew, entryOpen, fieldEmpty, recordHint, recordsEmpty
  case sortNowhere, sortOpen, rankHint, rankOut, hintNumber, hintDay, shapeTooLong, shapeText
  case shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap, shapeMissing
  case shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField, lineMissing
  case lineRoundPast, lineRoundFar, lineTime, weighingSum, weighingRange, weighingOpen
  case weighingNothing, weighingLevel, weighingDraws, weighingLead, weighingTurn, changeRow
  case changeSame, hexagonBeside, hexagonApart, hexagonOpposite, hexagonLevel, quadrantHours
  case hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes, chapterPeak, chapterTrough
  case chapterPlain, influenceDecideSaw, influenceDecideNot, influenceOtherSaw, influenceOtherNot
  case quadrantUse, quadrantLearn, quadrantHand, quadrantDrop, briefTitle, briefPurpose, briefMore
  case briefField, briefPathway, briefAsk, briefAskText, share, shareIntro, shareEmpty, shareBand
  case shareWords, shareTooLong, shareGraveAsk, sharePage, shareKept, briefLeftOut, briefForWhom
  case releaseFormat, releaseHTML, releaseHTMLText, releaseTxt, releaseTxtText, releaseMd
  case releaseMdText, releaseFile, releaseFileText, releaseWhom, releaseWhomNot, released
  case releaseNotHere, releaseNot, readerTitle, readerWhat, readerHow, criterionUse
  case criterionUseClear, criterionCost, criterionCostClear, criterionStop, criterionStopClear
  case criterionKnow, criterionKnowClear, readerClear, readerNotClear, readerDiffer, readerYes
  case readerYesIf, readerNotNow, readerAgain, readerWill, receipts, receiptsNone, receiptRow
  case receiptRowFor, receiptPast, receiptLater, receiptAnswered, receiptMark, receiptNoItems
  case reviewName, reviewPage, reviewStage, reviewQuestion, reviewStem, reviewNoSteps
  case reviewScored, reviewTrust, reviewNotFor, reviewWords, reviewAgain, reviewOpening
  case reviewAllDone, reviewDone, reviewDoneLines, reviewWritten, reviewNothing, reviewOpen
  case paperTooLong, paperNotJSON, paperNoBrief, paperNoReply, paperVersion, paperMissing
  case paperUnknown, paperWrong, paperControl, paperAltered, paperAsk, replyStranger, replySwapped
  case replyUsed, replyPast, replyLater, replyStep, replyFull, replyNewPage, replyLeft, replyTaken
  case talk, talkNote, talkEnough, talkNotEnough, talkHelps, talkMismatches, talkNone
  case mismatchDirection, mismatchLearning, mismatchAmbition, mismatchTiming, talkAnswers
  case talkHowTo, answerYes, answerYesIf, answerNotNow, answerYesIfBare, answerNotNowBare
  case answerAgain, answerTheirs, answerHeard, answerRead, answerFile, answerDiffer, agendaTitle
  case agendaIntro, agendaPart, agendaAbout, agendaBegin, agendaAsk, logWords, logEnergy, logKept
  case profileTaken, experimentNone, experimentRow, experimentRowReview, experimentAnswered
  case experimentNotThere, checkInRow, checkInRowNext, checkInDid, checkInSaw, checkInNext
  case checkInKept, reviewDecide, reviewLearned, reviewKept, reviewKeptPlain, evidenceBefore
  case evidenceRule, evidenceGone, evidenceNow, evidenceNone, evidenceAlready, evidenceNoWay
  case dueNone, dueHow, dueBegin, dueBeginNamed, dueLook, dueLookNamed, dueReview, dueReviewNamed
  case dueGoal, dueGoalNamed, dueAgain, dueAgainNamed, dueTalk, dueNext, dueAsked, homeDue
  case calendarPlain, calendarBegin, calendarReview, calendarLook, calendarGoal, calendarAgain
  case calendarTalk, calendarNext, calendarAsked, calendarEmpty, calendarWords, pathwaysIntro
  case wishMoment, wishWant, questionRow, pathwaysBlank, pathwaysBlankNext, bandStrong
  case bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne
  case towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts
  case pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson
  case servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle, whySum, whyTogether
  case whyFact, whyQuoted, whyOthers, whatIfTitle, whatIfFirst, whatIfIntro, whatIfOr
  case whatIfChange, whatIfNothing, whatIfNone, whatIfParts, whatIfAhead, whatIfBehind
  case whatIfLeave, whatIfTryHint, trialTitle, trialIntro, trialToday, trialWith, trialSame
  case trialNone, trialWas, trialKept, trialNothingMoved, whatIfLevel, whatIfUnanswered
  case whatIfAdds, whatIfLowers, trialKeepAsk, trialLookOnly, trialLeft, plainTrialNot
  case whatIfClosed, whatIfEarly, whatIfHelp, whatIfPast, plainTrialKeep, nextIntro, nextRow
  case homeNextQuestion, nextNone, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, stepWaits
  case stepOthers, plainStep, stepTitle, stepTime, stepFirst, stepSay, stepFor, stepAgainst
  case stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor, peopleCouncil, peopleService
  case peopleLine, peopleFriend, peopleNumbers, peopleNotStored, offerText, offerKeys, help
  case helpPeople, helpKeys, helpNumbers, helpTyping, helpPrivacyTitle, helpPrivacy, helpLimits
  case helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor
  case methodScored, methodTrust, methodNotFor, methodSource, methodMinutes, methodForms, keyTake
  case keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField, keyFieldBack, keySkip
  case keyPrevious, keyPile, keySlideUp, keySlideDown, keyCut, keyMove, keyChange, keyScreen
  case keyPage, keyRelease, keyAgenda, keyEnds, keyToggle, keyAdd, keyClear, keyTakeOn, keyRemove
  case keyForget, keyRatherNot, keyWhy, keyOpenList, keyMethod, keyWhatIf, keyTryOut, keyKeepTrial
  case keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend
  case keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe, plainWords
  case plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank, plainCell, plainShare
  case plainShareKept, plainShareGrave, plainWordsReader, plainType, plainMost, plainLeast
  case plainField, plainFieldOptional, plainRest, plainEntry, plainHeld, plainHalf
  case plainNotInEntry, plainStillTrue, plainNew, plainNotANumber, plainSaved, plainProgress
  case plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose, plainTrialMoved, plainTrial, plainTrialValues
}
