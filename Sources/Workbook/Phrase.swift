/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion, computerWhy
  case computerMine, computerShared, computerEmployer, computerMineSaid, computerSharedSaid
  case computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone, homeResults, pathways
  case pathwaysNotYet, pathwaysSoFar, people, peopleText, done, newMoment, newMomentSaid
  case newMomentKept, stillTrueCount, stillTrueAsk, stillTrueTyped, lapsedSaid, nothingCarried
  case asYouLike, doneShort, aboutMinutes, partDone, answered, allAnswered, firstQuestion
  case noLongForm, openingMinutes, openingFor, closingTrust, closingOpen, closingNext
  case closingPathways, enterGoesOn, enterStarts, saving, savedAt, notSaved, notSavedWhy, demoName
  case leftUnsaved, savedGoodbye, nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall
  case privacyWord, more, undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid
  case ratherNotShort, ratherNotHeld, chosenOf, atMost, howMany, bestWorstBest, bestWorstWorst
  case othersWrote, nothingComes, textFull, fieldOptional, fieldMany, fieldOpens, givenPast
  case leftToGive, ratherNotInEntry, entryDropAsk, entryDropped, entryNotWhole, entryNew, entryOpen
  case fieldEmpty, recordHint, recordsEmpty, sortNowhere, sortOpen, rankHint, rankOut, hintNumber
  case hintDay, shapeTooLong, shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList
  case shapeTwice, shapeMap, shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON
  case lineNoItem, lineField, lineMissing, lineRoundPast, lineRoundFar, lineTime, weighingSum
  case weighingRange, weighingOpen, weighingNothing, weighingLevel, weighingDraws, weighingLead
  case weighingTurn, changeRow, changeSame, hexagonBeside, hexagonApart, hexagonOpposite
  case hexagonLevel, quadrantHours, hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes
  case chapterPeak, chapterTrough, chapterPlain, influenceDecideSaw, influenceDecideNot
  case influenceOtherSaw, influenceOtherNot, quadrantUse, quadrantLearn, quadrantHand, quadrantDrop
  case briefTitle, briefPurpose, briefMore, briefAsk, briefAskText, briefTry, share, shareIntro
  case shareEmpty, shareBand, sharePage, shareKept, briefLeftOut, briefForWhom, logWords, logEnergy
  case logKept, profileTaken, experimentNone, experimentRow, experimentRowReview, experimentNotThere
  case checkInRow, checkInRowNext, checkInDid, checkInSaw, checkInNext, checkInKept, reviewDecide
  case reviewLearned, reviewKept, reviewKeptPlain, evidenceBefore, evidenceRule, evidenceGone
  case evidenceNow, evidenceNone, evidenceAlready, evidenceNoWay, dueNone, dueHow, dueBegin
  case dueBeginNamed, dueLook, dueLookNamed, dueReview, dueReviewNamed, dueGoal, dueGoalNamed
  case dueAsked, homeDue, calendarPlain, calendarBegin, calendarReview, calendarLook, calendarGoal
  case calendarAsked, calendarEmpty, calendarWords, pathwaysIntro, wishMoment, wishWant, questionRow
  case pathwaysBlank, pathwaysBlankNext, bandStrong, bandExploring, bandLittle, bandRuledOut
  case firmOpen, firmFirm, firmTied, towardsOne, towardsTwo, reasonFor, reasonAgainst, reasonGate
  case reasonUnknown, pathwayFits, pathwayCosts, pathwayNotFor, pathwayWrongIf, pathwayWhyHint
  case servesOrganisation, servesPerson, servesNotAtAll, servesALittle, servesClearly, servesMainly
  case whyTitle, whySum, whyTogether, whyFact, whyQuoted, whyOthers, whatIfTitle, whatIfFirst
  case whatIfIntro, whatIfOr, whatIfChange, whatIfNothing, whatIfNone, whatIfParts, whatIfAhead
  case whatIfBehind, whatIfLeave, whatIfTryHint, trialTitle, trialIntro, trialToday, trialWith
  case trialSame, trialNone, trialWas, trialKept, trialNothingMoved, whatIfLevel, whatIfUnanswered
  case whatIfAdds, whatIfLowers, trialKeepAsk, trialLookOnly, trialLeft, plainTrialNot, whatIfClosed
  case whatIfEarly, whatIfHelp, whatIfPast, plainTrialKeep, nextIntro, nextRow, homeNextQuestion
  case nextNone, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, stepWaits, stepOthers, plainStep
  case stepTitle, stepTime, stepFirst, stepSay, stepFor, stepAgainst, stepCost, stepNotice, stepUndo
  case peopleIntro, peopleDoctor, peopleCouncil, peopleService, peopleLine, peopleFriend
  case peopleNumbers, peopleNotStored, offerText, offerKeys, help, helpPeople, helpKeys, helpNumbers
  case helpTyping, helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose
  case helpRefused, helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust, methodNotFor
  case methodSource, methodMinutes, methodForms, keyTake, keyPick, keyOpen, keyNextRow, keyEdit
  case keyDone, keyGoOn, keyField, keyFieldBack, keySkip, keyPrevious, keyPile, keySlideUp
  case keySlideDown, keyCut, keyMove, keyChange, keyScreen, keyPage, keyEnds, keyToggle, keyAdd
  case keyClear, keyTakeOn, keyRemove, keyRatherNot, keyWhy, keyOpenList, keyMethod, keyWhatIf
  case keyTryOut, keyKeepTrial, keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo
  case keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen
  case plainPipe, plainWords, plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank
  case plainCell, plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional
  case plainEntry, plainHeld, plainHalf, plainNotInEntry, plainStillTrue, plainNew, plainNotANumber
  case plainSaved, plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack
  case plainEnterGoesOn, plainPathwayChoose, plainTrialMoved, plainTrial, plainTrialValues
}
