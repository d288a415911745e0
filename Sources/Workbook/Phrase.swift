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
  case quadrantUse, quadrantLearn, quadrantHand, quadrantDrop, pathwaysIntro, wishMoment
  case wishWant, questionRow, pathwaysBlank, pathwaysBlankNext, bandStrong, bandExploring
  case bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne, towardsTwo, reasonFor
  case reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts, pathwayNotFor
  case pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson, servesNotAtAll
  case servesALittle, servesClearly, servesMainly, whyTitle, whySum, nextNone, whyAnswers
  case whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime, stepFirst, stepSay
  case stepFor, stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor
  case peopleCouncil, peopleService, peopleLine, peopleFriend, peopleNumbers, peopleNotStored
  case offerText, offerKeys, help, helpPeople, helpKeys, helpNumbers, helpTyping
  case helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose, helpRefused
  case helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust, methodNotFor, keyTake
  case keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField, keySkip, keyPrevious
  case keyPile, keySlideUp, keySlideDown, keyCut, keyMove, keyChange, keyPage, keyEnds
  case keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy, keyLongForm, keyBack, keyQuit
  case keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn
  case plainAsked, plainNoScreen, plainPipe, plainWords, plainChoose, plainChooseMany
  case plainChooseDone, plainCard, plainRank, plainCell, plainType, plainMost, plainLeast
  case plainField, plainFieldOptional, plainEntry, plainHeld, plainNotANumber, plainSaved
  case plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack
  case plainEnterGoesOn, plainPathwayChoose
}
