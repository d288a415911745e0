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
  case leftToGive, ratherNotInEntry, entryNotWhole, entryNew, entryOpen, fieldEmpty, recordHint
  case recordsEmpty, sortNowhere, sortOpen, rankHint, rankOut, hintNumber, hintDay, shapeTooLong
  case shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap
  case shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField
  case lineMissing, lineRoundPast, lineRoundFar, lineTime, weighingSum, weighingRange, weighingOpen
  case weighingNothing, weighingLevel, weighingDraws, weighingLead, weighingTurn, changeRow
  case changeSame, hexagonBeside, hexagonApart, hexagonOpposite, hexagonLevel, quadrantHours
  case hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes, chapterPeak, chapterTrough
  case chapterPlain, influenceDecideSaw, influenceDecideNot, influenceOtherSaw, influenceOtherNot
  case quadrantUse, quadrantLearn, quadrantHand, quadrantDrop, briefTitle, briefPurpose, briefMore
  case briefAsk, briefAskText, briefTry, share, shareIntro, shareEmpty, shareBand, sharePage
  case shareKept, briefLeftOut, briefForWhom, logWords, logEnergy, logKept, profileTaken
  case experimentNone, experimentRow, experimentRowReview, experimentNotThere, checkInRow
  case checkInRowNext, checkInDid, checkInSaw, checkInNext, checkInKept, reviewDecide, reviewLearned
  case reviewKept, reviewKeptPlain, evidenceBefore, evidenceRule, evidenceGone, evidenceNow
  case evidenceNone, evidenceAlready, evidenceNoWay, dueNone, dueHow, dueBegin, dueBeginNamed
  case dueLook, dueLookNamed, dueReview, dueReviewNamed, dueGoal, dueGoalNamed, dueAsked, homeDue
  case calendarPlain, calendarBegin, calendarReview, calendarLook, calendarGoal, calendarAsked
  case calendarEmpty, calendarWords, pathwaysIntro, wishMoment, wishWant, questionRow, pathwaysBlank
  case pathwaysBlankNext, bandStrong, bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm
  case firmTied, towardsOne, towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown
  case pathwayFits, pathwayCosts, pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation
  case servesPerson, servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle, whySum
  case nextNone, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepWaits, stepOthers
  case plainStep, stepTitle, stepTime, stepFirst, stepSay, stepFor, stepAgainst, stepCost
  case stepNotice, stepUndo, peopleIntro, peopleDoctor, peopleCouncil, peopleService, peopleLine
  case peopleFriend, peopleNumbers, peopleNotStored, offerText, offerKeys, help, helpPeople
  case helpKeys, helpNumbers, helpTyping, helpPrivacyTitle, helpPrivacy, helpLimits
  case helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor
  case methodScored, methodTrust, methodNotFor, methodSource, methodMinutes, methodForms, keyTake
  case keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField, keyFieldBack, keySkip
  case keyPrevious, keyPile, keySlideUp, keySlideDown, keyCut, keyMove, keyChange, keyScreen
  case keyPage, keyEnds, keyToggle, keyAdd, keyClear, keyTakeOn, keyRemove, keyRatherNot, keyWhy
  case keyOpenList, keyMethod, keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo
  case keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen
  case plainPipe, plainWords, plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank
  case plainCell, plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional
  case plainEntry, plainHeld, plainHalf, plainNotInEntry, plainStillTrue, plainNew, plainNotANumber
  case plainSaved, plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack
  case plainEnterGoesOn, plainPathwayChoose
}
