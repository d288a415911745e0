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
  case leftToGive, ratherNotInEntry, entryNew, entryOpen, fieldEmpty, recordHint, recordsEmpty
  case sortNowhere, sortOpen, rankHint, rankOut, hintNumber, hintDay, shapeText, shapeEmpty
  case shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap, shapeMissing, shapeUnknown
  case shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField, lineMissing, lineRoundPast
  case lineRoundFar, lineTime, weighingSum, weighingRange, weighingOpen, weighingLevel
  case weighingDraws, weighingLead, weighingTurn, changeRow, changeSame, hexagonBeside, hexagonApart
  case hexagonOpposite, hexagonLevel, quadrantHours, hoursInGives, hoursOutGives, hoursInTakes
  case hoursOutTakes, chapterPeak, chapterTrough, chapterPlain, influenceDecideSaw
  case influenceDecideNot, influenceOtherSaw, influenceOtherNot, quadrantUse, quadrantLearn
  case quadrantHand, quadrantDrop, briefTitle, briefPurpose, briefMore, briefAsk, briefAskText
  case briefTry, share, shareIntro, shareEmpty, shareBand, sharePage, shareKept, briefLeftOut
  case briefForWhom, logWords, logEnergy, logKept, experimentNone, experimentRow
  case experimentRowReview, experimentNotThere, checkInRow, checkInRowNext, checkInDid, checkInSaw
  case checkInNext, checkInKept, reviewDecide, reviewLearned, reviewKept, reviewKeptPlain
  case evidenceBefore, evidenceRule, evidenceGone, evidenceNow, evidenceNone, evidenceNoWay, dueNone
  case dueHow, dueBegin, dueBeginNamed, dueLook, dueLookNamed, dueReview, dueReviewNamed, dueGoal
  case dueGoalNamed, dueAsked, homeDue, calendarPlain, calendarBegin, calendarReview, calendarLook
  case calendarGoal, calendarAsked, calendarEmpty, calendarWords, pathwaysIntro, wishMoment
  case wishWant, questionRow, pathwaysBlank, pathwaysBlankNext, bandStrong, bandExploring
  case bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne, towardsTwo, reasonFor
  case reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts, pathwayNotFor
  case pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson, servesNotAtAll
  case servesALittle, servesClearly, servesMainly, whyTitle, whySum, nextNone, whyAnswers
  case whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepWaits, stepOthers, plainStep, stepTitle
  case stepTime, stepFirst, stepSay, stepFor, stepAgainst, stepCost, stepNotice, stepUndo
  case peopleIntro, peopleDoctor, peopleCouncil, peopleService, peopleLine, peopleFriend
  case peopleNumbers, peopleNotStored, offerText, offerKeys, help, helpPeople, helpKeys, helpNumbers
  case helpTyping, helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose
  case helpRefused, helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust, methodNotFor
  case methodSource, methodMinutes, methodForms, keyTake, keyPick, keyOpen, keyNextRow, keyEdit
  case keyDone, keyGoOn, keyField, keyFieldBack, keySkip, keyPrevious, keyPile, keySlideUp
  case keySlideDown, keyCut, keyMove, keyChange, keyScreen, keyPage, keyEnds, keyToggle, keyAdd
  case keyTakeOn, keyRemove, keyRatherNot, keyWhy, keyOpenList, keyMethod, keyStillTrue, keyLongForm
  case keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp
  case plainOn, plainAsked, plainNoScreen, plainPipe, plainWords, plainChoose, plainChooseMany
  case plainChooseDone, plainCard, plainRank, plainCell, plainShare, plainType, plainMost
  case plainLeast, plainField, plainFieldOptional, plainEntry, plainHeld, plainHalf, plainNotInEntry
  case plainStillTrue, plainNew, plainNotANumber, plainSaved, plainProgress, plainSkipped, plainMap
  case plainMapRow, plainBye, plainNoBack, plainEnterGoesOn, plainPathwayChoose
}
