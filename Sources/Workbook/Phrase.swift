/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, newMoment
  case newMomentSaid, newMomentKept, stillTrueCount, stillTrueAsk, stillTrueTyped, lapsedSaid
  case nothingCarried, asYouLike, doneShort, aboutMinutes, partDone, answered, allAnswered
  case firstQuestion, noLongForm, openingMinutes, openingFor, closingTrust, closingOpen
  case closingNext, closingPathways, enterGoesOn, enterStarts, saving, savedAt, notSaved
  case notSavedWhy, demoName, leftUnsaved, savedGoodbye, nothingSaved, nextTime
  case nextTimePathways, atTheTop, tooSmall, privacyWord, more, undoneSaid, redoneSaid
  case nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort, ratherNotHeld, chosenOf
  case atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote, nothingComes, textFull
  case fieldOptional, fieldMany, fieldOpens, givenPast, leftToGive, ratherNotInEntry, entryNew
  case entryOpen, fieldEmpty, recordHint, recordsEmpty, sortNowhere, sortOpen, rankHint, rankOut
  case hintNumber, hintDay, shapeText, shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList
  case shapeTwice, shapeMap, shapeMissing, shapeUnknown, shapeInField, shapeSeats, lineNotJSON
  case lineNoItem, lineField, lineMissing, lineRoundPast, lineRoundFar, lineTime, weighingSum
  case weighingRange, quadrantHours, hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes
  case chapterPeak, chapterTrough, chapterPlain, quadrantUse, quadrantLearn, quadrantHand
  case quadrantDrop, briefTitle, briefPurpose, briefMore, briefAsk, briefAskText, briefTry
  case share, shareIntro, shareEmpty, shareBand, sharePage, shareKept, briefLeftOut
  case briefForWhom, logWords, logEnergy, logKept, pathwaysIntro, wishMoment, wishWant
  case questionRow, pathwaysBlank, pathwaysBlankNext, bandStrong, bandExploring, bandLittle
  case bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne, towardsTwo, reasonFor
  case reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts, pathwayNotFor
  case pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson, servesNotAtAll
  case servesALittle, servesClearly, servesMainly, whyTitle, whySum, nextNone, whyAnswers
  case whyAnswersOf, whyOpen, whyOpenFact, whyNotHeld, stepTitle, stepTime, stepFirst, stepSay
  case stepFor, stepAgainst, stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor
  case peopleCouncil, peopleService, peopleLine, peopleFriend, peopleNumbers, peopleNotStored
  case offerText, offerKeys, help, helpPeople, helpKeys, helpNumbers, helpTyping
  case helpPrivacyTitle, helpPrivacy, helpLimits, helpPurposeTitle, helpPurpose, helpRefused
  case helpPlainTitle, helpPlain, methodFor, methodScored, methodTrust, methodNotFor
  case methodSource, methodMinutes, methodForms, keyTake, keyPick, keyOpen, keyNextRow, keyEdit
  case keyDone, keyGoOn, keyField, keyFieldBack, keySkip, keyPrevious, keyPile, keySlideUp
  case keySlideDown, keyCut, keyMove, keyChange, keyScreen, keyPage, keyEnds, keyToggle, keyAdd
  case keyRemove, keyRatherNot, keyWhy, keyOpenList, keyMethod, keyStillTrue, keyLongForm
  case keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp
  case plainOn, plainAsked, plainNoScreen, plainPipe, plainWords, plainChoose, plainChooseMany
  case plainChooseDone, plainCard, plainRank, plainCell, plainShare, plainType, plainMost
  case plainLeast, plainField, plainFieldOptional, plainEntry, plainHeld, plainHalf
  case plainNotInEntry, plainStillTrue, plainNew, plainNotANumber, plainSaved, plainProgress
  case plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose
}
