/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, asYouLike
  case doneShort, aboutMinutes, partDone, answered, allAnswered, firstQuestion, noLongForm
  case openingMinutes, openingFor, closingTrust, closingOpen, closingNext, closingPathways
  case enterGoesOn, enterStarts, saving, savedAt, notSaved, notSavedWhy, savedGoodbye
  case nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall, privacyWord, more
  case undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort
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
  case servesALittle, servesClearly, servesMainly, whyTitle, whySum, whyAnswers, whyAnswersOf
  case whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime, stepFirst, stepSay, stepFor
  case stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor, peopleCouncil
  case peopleService, peopleLine, peopleFriend, peopleNumbers, peopleNotStored, offerText
  case offerKeys, help, helpPeople, helpKeys, helpPrivacyTitle, helpPrivacy, helpLimits
  case helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor
  case methodScored, methodTrust, methodNotFor, keyTake, keyPick, keyOpen, keyNextRow, keyEdit
  case keyDone, keyGoOn, keyField, keySkip, keyPrevious, keyPile, keySlideUp, keySlideDown
  case keyCut, keyMove, keyChange, keyPage, keyEnds, keyToggle, keyAdd, keyRemove, keyRatherNot
  case keyWhy, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw
  case keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe, plainWords
  case plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank, plainCell, plainType
  case plainMost, plainLeast, plainField, plainFieldOptional, plainEntry, plainHeld
  case plainNotANumber, plainSaved, plainProgress, plainSkipped, plainMap, plainMapRow, plainBye
  case plainNoBack, plainEnterGoesOn, plainPathwayChoose
}
