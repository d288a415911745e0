/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, doneShort
  case aboutMinutes, partDone, answered, allAnswered, firstQuestion, noLongForm, openingMinutes
  case openingFor, closingTrust, closingOpen, closingNext, closingPathways, enterGoesOn
  case enterStarts, saving, savedAt, notSaved, notSavedWhy, savedGoodbye, nothingSaved, nextTime
  case nextTimePathways, atTheTop, tooSmall, privacyWord, more, undoneSaid, redoneSaid
  case nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort, ratherNotHeld, chosenOf
  case atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote, nothingComes, textFull
  case fieldOptional, fieldEmpty, recordsEmpty, hintNumber, hintDay, shapeText, shapeEmpty
  case shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap, shapeMissing
  case shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField, lineMissing
  case lineRoundPast, lineRoundFar, lineTime, pathwaysIntro, wishMoment, wishWant, questionRow
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
  case keySkip, keyPrevious, keyMove, keyChange, keyPage, keyEnds, keyToggle, keyAdd, keyRemove
  case keyRatherNot, keyWhy, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople
  case keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe
  case plainWords, plainChoose, plainChooseMany, plainType, plainMost, plainLeast, plainField
  case plainFieldOptional, plainEntry, plainHeld, plainNotANumber, plainSaved, plainProgress
  case plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose
}
