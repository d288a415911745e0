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
  case fieldOptional, fieldEmpty, recordHint, recordsEmpty, hintNumber, hintDay, shapeText
  case shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap
  case shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField
  case lineMissing, lineRoundPast, lineRoundFar, lineTime, pathwaysIntro, wishMoment, wishWant
  case questionRow, pathwaysBlank, pathwaysBlankNext, bandStrong, bandExploring, bandLittle
  case bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne, towardsTwo, reasonFor
  case reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts, pathwayNotFor
  case pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson, servesNotAtAll
  case servesALittle, servesClearly, servesMainly, whyTitle, whySum, whyAnswers, whyAnswersOf
  case whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime, stepFirst, stepSay, stepFor
  case stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor, peopleCouncil
  case peopleService, peopleLine, peopleFriend, peopleNumbers, peopleNotStored, offerText
  case offerKeys, help, helpPeople, helpKeys, helpPrivacyTitle, helpPrivacy, helpLimits
  case helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor
  case methodScored, methodTrust, methodNotFor, keyTake, keyPick, keyOpen, keyNextRow, keyEdit
  case keyDone, keyGoOn, keyField, keySkip, keyPrevious, keyMove, keyChange, keyPage, keyEnds
  case keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy, keyLongForm, keyBack, keyQuit
  case keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn
  case plainAsked, plainNoScreen, plainPipe, plainWords, plainChoose, plainChooseMany, plainType
  case plainMost, plainLeast, plainField, plainFieldOptional, plainEntry, plainHeld
  case plainNotANumber, plainSaved, plainProgress, plainSkipped, plainMap, plainMapRow, plainBye
  case plainNoBack, plainEnterGoesOn, plainPathwayChoose
}
