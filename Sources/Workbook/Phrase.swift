/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, newMoment
  case newMomentSaid, newMomentKept, stillTrueCount, stillTrueAsk, nothingCarried, asYouLike
  case doneShort, aboutMinutes, partDone, answered, allAnswered, firstQuestion, noLongForm
  case openingMinutes, openingFor, closingTrust, closingOpen, closingNext, closingPathways
  case enterGoesOn, enterStarts, saving, savedAt, notSaved, notSavedWhy, demoName, leftUnsaved
  case savedGoodbye, nothingSaved, nextTime, nextTimePathways, atTheTop, tooSmall, privacyWord
  case more, undoneSaid, redoneSaid, nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort
  case ratherNotHeld, chosenOf, atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote
  case nothingComes, textFull, fieldOptional, fieldMany, fieldOpens, leftToGive
  case ratherNotInEntry, entryNew, entryOpen, fieldEmpty, recordHint, recordsEmpty, sortNowhere
  case sortOpen, rankHint, rankOut, hintNumber, hintDay, shapeText, shapeEmpty, shapeOneOf
  case shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap, shapeMissing, shapeUnknown
  case shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField, lineMissing, lineRoundPast
  case lineRoundFar, lineTime, weighingSum, weighingRange, quadrantHours, hoursInGives
  case hoursOutGives, hoursInTakes, hoursOutTakes, chapterPeak, chapterTrough, chapterPlain
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
  case methodNotFor, methodSource, methodMinutes, methodForms, keyTake, keyPick, keyOpen
  case keyNextRow, keyEdit, keyDone, keyGoOn, keyField, keySkip, keyPrevious, keyPile
  case keySlideUp, keySlideDown, keyCut, keyMove, keyChange, keyScreen, keyPage, keyEnds
  case keyToggle, keyAdd, keyRemove, keyRatherNot, keyWhy, keyOpenList, keyMethod, keyStillTrue
  case keyLongForm, keyBack, keyQuit, keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw
  case keyPrivacy, keyHelp, plainOn, plainAsked, plainNoScreen, plainPipe, plainWords
  case plainChoose, plainChooseMany, plainChooseDone, plainCard, plainRank, plainCell
  case plainShare, plainType, plainMost, plainLeast, plainField, plainFieldOptional, plainEntry
  case plainHeld, plainStillTrue, plainNew, plainNotANumber, plainSaved, plainProgress
  case plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose
}
