/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, asYouLike
  case doneShort, aboutMinutes, partDone, answered, allAnswered, firstQuestion, noLongForm
  case openingMinutes, openingFor, closingTrust, closingOpen, closingNext, closingPathways
  case enterGoesOn, enterStarts, saving, savedAt, notSaved, notSavedWhy, leftUnsaved
  case savedGoodbye, nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall, privacyWord
  case more, undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort
  case ratherNotHeld, chosenOf, atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote
  case nothingComes, textFull, fieldOptional, fieldMany, entryNew, entryOpen, fieldEmpty
  case recordHint, recordsEmpty, sortNowhere, sortOpen, rankHint, rankOut, hintNumber, hintDay
  case shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap
  case shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField
  case lineMissing, lineRoundPast, lineRoundFar, lineTime, weighingSum, weighingRange
  case quadrantUse, quadrantLearn, quadrantHand, quadrantDrop, logWords, logEnergy, logKept
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
  case keyPage, keyEnds, keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy, keyLongForm
  case keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp
  case plainOn, plainAsked, plainNoScreen, plainPipe, plainWords, plainChoose, plainChooseMany
  case plainChooseDone, plainCard, plainRank, plainCell, plainType, plainMost, plainLeast
  case plainField, plainFieldOptional, plainEntry, plainHeld, plainNotANumber, plainSaved
  case plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack
  case plainEnterGoesOn, plainPathwayChoose
}
