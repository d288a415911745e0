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
  case logKept, pathwaysIntro, wishMoment, wishWant, questionRow, pathwaysBlank, pathwaysBlankNext
  case bandStrong, bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne
  case towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts
  case pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson
  case servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle, whySum, nextNone
  case whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime, stepFirst
  case stepSay, stepFor, stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor
  case peopleCouncil, peopleService, peopleLine, peopleFriend, peopleNumbers, peopleNotStored
  case offerText, offerKeys, help, helpPeople, helpKeys, helpNumbers, helpTyping, helpPrivacyTitle
  case helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle
  case helpPlain, methodFor, methodScored, methodTrust, methodNotFor, methodSource, methodMinutes
  case methodForms, keyTake, keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField
  case keyFieldBack, keySkip, keyPrevious, keyPile, keySlideUp, keySlideDown, keyCut, keyMove
  case keyChange, keyScreen, keyPage, keyEnds, keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy
  case keyOpenList, keyMethod, keyStillTrue, keyLongForm, keyBack, keyQuit, keyUndo, keyRedo
  case keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen
  case plainPipe, plainWords, plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank
  case plainCell, plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional
  case plainEntry, plainHeld, plainHalf, plainNotInEntry, plainStillTrue, plainNew, plainNotANumber
  case plainSaved, plainProgress, plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack
  case plainEnterGoesOn, plainPathwayChoose
}
