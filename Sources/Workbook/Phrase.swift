/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, asYouLike
  case doneShort, aboutMinutes, partDone, answered, allAnswered, firstQuestion, noLongForm
  case openingMinutes, openingFor, closingTrust, closingOpen, closingNext, closingPathways
  case enterGoesOn, enterStarts, saving, savedAt, notSaved, notSavedWhy, demoName, leftUnsaved
  case savedGoodbye, nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall, privacyWord
  case more, undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort
  case ratherNotHeld, chosenOf, atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote
  case nothingComes, textFull, fieldOptional, fieldMany, entryNew, entryOpen, fieldEmpty
  case recordHint, recordsEmpty, sortNowhere, sortOpen, rankHint, rankOut, hintNumber, hintDay
  case shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap
  case shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField
  case lineMissing, lineRoundPast, lineRoundFar, lineTime, weighingSum, weighingRange
  case quadrantUse, quadrantLearn, quadrantHand, quadrantDrop, briefTitle, briefPurpose
  case briefMore, briefAsk, briefAskText, briefTry, share, shareIntro, shareEmpty, shareBand
  case sharePage, shareKept, briefLeftOut, briefForWhom, logWords, logEnergy, logKept
  case pathwaysIntro, wishMoment, wishWant, questionRow, pathwaysBlank, pathwaysBlankNext
  case bandStrong, bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied
  case towardsOne, towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown, pathwayFits
  case pathwayCosts, pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation
  case servesPerson, servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle
  case whySum, nextNone, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepTitle
  case stepTime, stepFirst, stepSay, stepFor, stepAgainst, stepCost, stepNotice, stepUndo
  case peopleIntro, peopleDoctor, peopleCouncil, peopleService, peopleLine, peopleFriend
  case peopleNumbers, peopleNotStored, offerText, offerKeys, help, helpPeople, helpKeys
  case helpNumbers, helpTyping, helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle
  case helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust
  case methodNotFor, keyTake, keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField
  case keySkip, keyPrevious, keyPile, keySlideUp, keySlideDown, keyCut, keyMove, keyChange
  case keyScreen, keyPage, keyEnds, keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy
  case keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw
  case keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe, plainWords
  case plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank, plainCell
  case plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional, plainEntry
  case plainHeld, plainNotANumber, plainSaved, plainProgress, plainSkipped, plainMap
  case plainMapRow, plainBye, plainNoBack, plainEnterGoesOn, plainPathwayChoose
}
