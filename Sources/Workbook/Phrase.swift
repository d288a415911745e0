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
  case weighingDraws, weighingLead, weighingTurn, hexagonBeside, hexagonApart, hexagonOpposite
  case hexagonLevel, quadrantHours, hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes
  case chapterPeak, chapterTrough, chapterPlain, influenceDecideSaw, influenceDecideNot
  case influenceOtherSaw, influenceOtherNot, quadrantUse, quadrantLearn, quadrantHand, quadrantDrop
  case briefTitle, briefPurpose, briefMore, briefAsk, briefAskText, briefTry, share, shareIntro
  case shareEmpty, shareBand, sharePage, shareKept, briefLeftOut, briefForWhom, logWords, logEnergy
  case logKept, experimentNone, experimentRow, experimentRowReview, experimentNotThere, checkInRow
  case checkInRowNext, checkInDid, checkInSaw, checkInNext, checkInKept, reviewDecide, reviewLearned
  case reviewKept, reviewKeptPlain, evidenceBefore, evidenceRule, evidenceGone, evidenceNow
  case evidenceNone, evidenceNoWay, dueNone, dueHow, dueBegin, dueBeginNamed, dueLook, dueLookNamed
  case dueReview, dueReviewNamed, dueGoal, dueGoalNamed, dueAsked, homeDue, calendarPlain
  case calendarBegin, calendarReview, calendarLook, calendarGoal, calendarAsked, calendarEmpty
  case calendarWords, pathwaysIntro, wishMoment, wishWant, questionRow, pathwaysBlank
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
  case keyPage, keyEnds, keyToggle, keyAdd, keyTakeOn, keyRemove, keyRatherNot, keyWhy, keyOpenList
  case keyMethod, keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople
  case keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe
  case plainWords, plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank, plainCell
  case plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional, plainEntry
  case plainHeld, plainHalf, plainNotInEntry, plainStillTrue, plainNew, plainNotANumber, plainSaved
  case plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose
}
