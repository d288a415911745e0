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
  case sealWordsKeys, sealAgainTitle, sealAgain, sealAgainKeys, sealDiffers, sealShort
  case recoveryTitle, recoveryWhat, recoveryKeys, recoverySheetTitle, recoverySheetText
  case sealMoment, lockMoment, sealedTitle, sealedNow, sealedSaid, lockTitle, lockAsk, lockKeys
  case lockWrong, lockSoon, lockedIdle, readOnly, readOnlyHeld, readOnlyDisk, mayWrite, forgetAsk
  case forgetEntryAsk, forgetInEntry, forgetNothing, forgotten, forgetElsewhere, plainForgetAsk
  case migratedSaid, saving, savedAt, notSaved, notSavedWhy, notReadWhy, demoName, leftUnsaved
  case savedGoodbye, nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall, privacyWord
  case more, undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort
  case ratherNotHeld, chosenOf, atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote
  case nothingComes, textFull, fieldOptional, fieldMany, fieldOpens, givenPast, leftToGive
  case ratherNotInEntry, entryDropAsk, entryDropped, entryNotWhole, entryNew, entryOpen
  case fieldEmpty, recordHint, recordsEmpty, sortNowhere, sortOpen, rankHint, rankOut, hintNumber
  case hintDay, shapeTooLong, shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList
  case shapeTwice, shapeMap, shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON
  case lineNoItem, lineField, lineMissing, lineRoundPast, lineRoundFar, lineTime, weighingSum
  case weighingRange, weighingOpen, weighingNothing, weighingLevel, weighingDraws, weighingLead
  case weighingTurn, changeRow, changeSame, hexagonBeside, hexagonApart, hexagonOpposite
  case hexagonLevel, quadrantHours, hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes
  case chapterPeak, chapterTrough, chapterPlain, influenceDecideSaw, influenceDecideNot
  case influenceOtherSaw, influenceOtherNot, quadrantUse, quadrantLearn, quadrantHand
  case quadrantDrop, briefTitle, briefPurpose, briefMore, briefAsk, briefAskText, briefTry, share
  case shareIntro, shareEmpty, shareBand, sharePage, shareKept, briefLeftOut, briefForWhom
  case logWords, logEnergy, logKept, profileTaken, experimentNone, experimentRow
  case experimentRowReview, experimentNotThere, checkInRow, checkInRowNext, checkInDid, checkInSaw
  case checkInNext, checkInKept, reviewDecide, reviewLearned, reviewKept, reviewKeptPlain
  case evidenceBefore, evidenceRule, evidenceGone, evidenceNow, evidenceNone, evidenceAlready
  case evidenceNoWay, dueNone, dueHow, dueBegin, dueBeginNamed, dueLook, dueLookNamed, dueReview
  case dueReviewNamed, dueGoal, dueGoalNamed, dueAsked, homeDue, calendarPlain, calendarBegin
  case calendarReview, calendarLook, calendarGoal, calendarAsked, calendarEmpty, calendarWords
  case pathwaysIntro, wishMoment, wishWant, questionRow, pathwaysBlank, pathwaysBlankNext
  case bandStrong, bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied
  case towardsOne, towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown, pathwayFits
  case pathwayCosts, pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation
  case servesPerson, servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle, whySum
  case whyTogether, whyFact, whyQuoted, whyOthers, whatIfTitle, whatIfFirst, whatIfIntro, whatIfOr
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
  case keyPage, keyEnds, keyToggle, keyAdd, keyClear, keyTakeOn, keyRemove, keyForget
  case keyRatherNot, keyWhy, keyOpenList, keyMethod, keyWhatIf, keyTryOut, keyKeepTrial
  case keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend
  case keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe, plainWords
  case plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank, plainCell, plainShare
  case plainType, plainMost, plainLeast, plainField, plainFieldOptional, plainEntry, plainHeld
  case plainHalf, plainNotInEntry, plainStillTrue, plainNew, plainNotANumber, plainSaved
  case plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose, plainTrialMoved, plainTrial, plainTrialValues
}
