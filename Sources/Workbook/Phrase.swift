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
  case fieldOptional, fieldEmpty, recordHint, recordsEmpty, sortNowhere, sortOpen, rankHint
  case rankOut, hintNumber, hintDay, shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay
  case shapeList, shapeTwice, shapeMap, shapeMissing, shapeUnknown, shapeInField, shapeSeats
  case lineNotJSON, lineNoItem, lineField, lineMissing, lineRoundPast, lineRoundFar, lineTime
  case pathwaysIntro, wishMoment, wishWant, questionRow, pathwaysBlank, pathwaysBlankNext
  case bandStrong, bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied
  case towardsOne, towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown, pathwayFits
  case pathwayCosts, pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation
  case servesPerson, servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle
  case whySum, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime
  case stepFirst, stepSay, stepFor, stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro
  case peopleDoctor, peopleCouncil, peopleService, peopleLine, peopleFriend, peopleNumbers
  case peopleNotStored, offerText, offerKeys, help, helpPeople, helpKeys, helpPrivacyTitle
  case helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle
  case helpPlain, methodFor, methodScored, methodTrust, methodNotFor, keyTake, keyPick, keyOpen
  case keyNextRow, keyEdit, keyDone, keyGoOn, keyField, keySkip, keyPrevious, keyPile
  case keySlideUp, keySlideDown, keyCut, keyMove, keyChange, keyPage, keyEnds, keyToggle, keyAdd
  case keyRemove, keyRatherNot, keyWhy, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo
  case keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen
  case plainPipe, plainWords, plainChoose, plainChooseMany, plainChooseDone, plainCard
  case plainRank, plainCell, plainType, plainMost, plainLeast, plainField, plainFieldOptional
  case plainEntry, plainHeld, plainNotANumber, plainSaved, plainProgress, plainSkipped, plainMap
  case plainMapRow, plainBye, plainNoBack, plainEnterGoesOn, plainPathwayChoose
}
