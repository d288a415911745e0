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
  case nextNone, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime
  case stepFirst, stepSay, stepFor, stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro
  case peopleDoctor, peopleCouncil, peopleService, peopleLine, peopleFriend, peopleNumbers
  case peopleNotStored, offerText, offerKeys, help, helpPeople, helpKeys, helpNumbers, helpTyping
  case helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose, helpRefused
  case helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust, methodNotFor, methodSource
  case methodMinutes, methodForms, keyTake, keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn
  case keyField, keyFieldBack, keySkip, keyPrevious, keyPile, keySlideUp, keySlideDown, keyCut
  case keyMove, keyChange, keyScreen, keyPage, keyEnds, keyToggle, keyAdd, keyRemove, keyRatherNot
  case keyWhy, keyOpenList, keyMethod, keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo
  case keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen
  case plainPipe, plainWords, plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank
  case plainCell, plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional
  case plainEntry, plainHeld, plainHalf, plainNotInEntry, plainStillTrue, plainNew, plainNotANumber
  case plainSaved, plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack
  case plainEnterGoesOn, plainPathwayChoose
}
