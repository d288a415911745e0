/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, doneShort
  case aboutMinutes, partDone, answered, noLongForm, openingMinutes, openingFor, closingTrust
  case closingNext, closingPathways, enterGoesOn, enterStarts, saving, savedAt, notSaved
  case notSavedWhy, savedGoodbye, nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall
  case privacyWord, more, undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid
  case ratherNotShort, ratherNotHeld, chosenOf, atMost, howMany, bestWorstBest, bestWorstWorst
  case othersWrote, nothingComes, textFull, fieldOptional, fieldEmpty, recordsEmpty, hintNumber
  case hintDay, shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice
  case shapeMap, shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem
  case lineField, lineMissing, lineRoundPast, lineRoundFar, lineTime, pathwaysIntro
  case pathwaysBlank, pathwaysBlankNext, bandStrong, bandExploring, bandLittle, bandRuledOut
  case firmOpen, firmFirm, firmTied, towardsOne, towardsTwo, reasonFor, reasonAgainst
  case reasonGate, reasonUnknown, pathwayFits, pathwayCosts, pathwayNotFor, pathwayWrongIf
  case pathwayWhyHint, servesOrganisation, servesPerson, servesNotAtAll, servesALittle
  case servesClearly, servesMainly, whyTitle, whySum, whyAnswers, whyAnswersOf, whyOpen
  case whyOpenFact, whyNotHeld, stepTitle, stepTime, stepFirst, stepSay, stepFor, stepAgainst
  case stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor, peopleCouncil, peopleService
  case peopleLine, peopleFriend, peopleNumbers, peopleNotStored, offerText, offerKeys, help
  case helpPeople, helpKeys, helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle
  case helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust
  case methodNotFor, keyTake, keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField
  case keyMove, keyChange, keyPage, keyEnds, keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy
  case keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw
  case keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe, plainWords
  case plainChoose, plainChooseMany, plainType, plainMost, plainLeast, plainField
  case plainFieldOptional, plainEntry, plainHeld, plainNotANumber, plainSaved, plainProgress
  case plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose
}
