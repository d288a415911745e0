/// The names of the interface's sentences; the words stand in `content/languages`.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case wordYes, wordNo, wordUnknown, programName, defaultName, welcomeTitle, welcomeText
  case welcomePrivacy, welcomeStart, welcomeStartText, computerTitle, computerQuestion
  case computerWhy, computerMine, computerShared, computerEmployer, computerMineSaid
  case computerSharedSaid, computerEmployerSaid, sealQuestion, sealNow, sealNowText, sealNot
  case sealNotMine, sealNotShared, sealNotEmployer, computerCarry, homeNext, homeGoOn, homeAllDone
  case homeResults, pathways, pathwaysNotYet, pathwaysSoFar, people, peopleText, done, newMoment
  case newMomentSaid, newMomentKept, stillTrueCount, stillTrueAsk, stillTrueTyped, lapsedSaid
  case nothingCarried, asYouLike, doneShort, aboutMinutes, partDone, answered, allAnswered
  case firstQuestion, noLongForm, openingMinutes, openingFor, closingTrust, closingOpen
  case closingNext, closingPathways, enterGoesOn, enterOn, enterStarts, homeSeal, homeLock
  case sealTitle, sealWhat, sealLeaks, sealChoose, sealChooseKeys, sealWordsTitle, sealWordsWrite
  case sealWordsKeys, sealAgainTitle, sealAgain, sealAgainKeys, sealSame, sealLeft, recoveryCheck
  case recoveryDiffers, secretLines, secretLinesShown, sealDiffers, sealShort, recoveryTitle
  case recoveryWhat, recoveryKeys, recoverySheetTitle, recoverySheetText, sealMoment, lockMoment
  case damagedTitle, damagedSaid, damagedOffer, damagedKeys, damagedLines, damagedAll, damagedSome
  case headMended, headStandsIn
  case sealedTitle, sealedNow, sealedSaid, lockTitle, lockAsk, lockKeys, lockLost, lockNone
  case lockedLines, lockWrong, lockSoon, lockSoonScreen, lockedIdle, readOnly, readOnlyHeld
  case readOnlyDisk, mayWrite, forgetAsk, forgetEntryAsk, forgetInEntry, forgetLeft, arrivedHere
  case forgetNothing, forgotten, forgetElsewhere, plainForgetAsk, migratedSaid, saving, savedAt
  case notSaved, notSavedWhy, notReadWhy, demoName, leftUnsaved, savedGoodbye, nothingSaved
  case nextTime, nextTimePathways, atTheTop, tooSmall, privacyWord, more, undoneSaid, redoneSaid
  case nothingToUndo, nothingToRedo, ratherNotSaid, ratherNotShort, ratherNotHeld, chosenOf
  case atMost, howMany, bestWorstBest, bestWorstWorst, othersWrote, nothingComes, textFull
  case fieldOptional, fieldMany, fieldOpens, givenPast, leftToGive, ratherNotInEntry, entryDropAsk
  case undoElsewhere, undoAsk, plainUndoAsk, undoOvertaken, undoneOpen, undoneNow, textOver
  case plainDoubt, plainDoubtUnseen, takesNothingElse, takesAsk, takesAskHere, takesLeave
  case entryDropped, entryNotWhole, entryNew, entryOpen, fieldEmpty, recordHint, recordsEmpty
  case sortNowhere, sortOpen, rankHint, rankOut, hintNumber, hintDay, shapeTooLong, shapeText
  case shapeEmpty, shapeOneOf, shapeWhole, shapeDay, shapeList, shapeTwice, shapeMap, shapeMissing
  case shapeUnknown, shapeInField, shapeSeats, lineNotJSON, lineNoItem, lineField, lineMissing
  case lineRoundPast, lineRoundFar, lineTime, weighingSum, weighingRange, weighingOpen
  case weighingNothing, weighingLevel, weighingDraws, weighingLead, weighingTurn, changeRow
  case changeSame, hexagonBeside, hexagonApart, hexagonOpposite, hexagonLevel, quadrantHours
  case hoursInGives, hoursOutGives, hoursInTakes, hoursOutTakes, chapterPeak, chapterTrough
  case chapterPlain, influenceDecideSaw, influenceDecideNot, influenceOtherSaw, influenceOtherNot
  case quadrantUse, quadrantLearn, quadrantHand, quadrantDrop, briefTitle, briefPurpose, briefMore
  case briefField, briefPathway, briefAsk, briefAskText, share, shareIntro, shareEmpty, shareBand
  case shareWords, shareTooLong, shareGraveAsk, sharePage, shareKept, briefLeftOut, briefForWhom
  case releaseFormat, releaseHTML, releaseHTMLText, releaseTxt, releaseTxtText, releaseMd
  case releaseMdText, releaseFile, releaseFileText, releaseWhom, releaseWhomNot, released
  case releaseNotHere, releaseChanged, releaseHalf, releaseNot, readerTitle, readerWhat, readerHow
  case criterionUse, criterionUseClear, criterionCost, criterionCostClear, criterionStop
  case criterionStopClear, criterionKnow, criterionKnowClear, readerClear, readerNotClear
  case readerDiffer, readerYes, readerYesIf, readerNotNow, readerAgain, readerWill, receipts
  case receiptsNone, receiptRow, receiptRowFor, receiptPast, receiptUnknown, receiptLater
  case receiptAnswered, receiptMark, receiptNoItems, reviewName, reviewPage, reviewStage
  case reviewQuestion, reviewStem, reviewNoSteps, reviewScored, reviewTrust, reviewNotFor
  case reviewWords, reviewAgain, reviewOpening, reviewAllDone, reviewDone, reviewDoneLines
  case reviewTop, reviewLater, reviewPrivacy, reviewLeaveAsk, reviewWritten, reviewNothing
  case reviewOpen, reviewOtherWords, reviewDayOut, paperTooLong, paperNotJSON, paperNoBrief,
    paperNoReply, paperVersion
  case paperMissing, paperUnknown, paperWrong, paperControl, paperAltered, paperAsk, replyStranger
  case replySwapped, replyUsed, replyPast, replyLater, replyStep, replyOtherWords, replyDay
  case replyEarly, replyFull, replyNewPage
  case replyLeft, replyTaken, talk, talkNote, talkEnough, talkNotEnough, talkHelps, talkMismatches
  case talkNone, mismatchDirection, mismatchLearning, mismatchAmbition, mismatchTiming
  case talkAnswers, talkStop, talkStepPast, talkHowTo, answerYes, answerYesWords, answerYesIf
  case answerNotNow, answerYesIfBare, answerNotNowBare, answerAgain, answerTheirs, answerHeard
  case answerRead, answerFile, answerDiffer, agendaTitle, agendaIntro, agendaShort, agendaPart
  case agendaAbout, agendaBegin, agendaAsk, logWords, logEnergy, logKept, profileTaken
  case experimentNone, experimentRow, experimentRowReview, experimentAnswered, experimentNotThere
  case checkInRow, checkInRowNext, checkInDid, checkInSaw, checkInNext, checkInKept, reviewDecide
  case reviewLearned, reviewKept, reviewKeptPlain, evidenceBefore, evidenceRule, evidenceGone
  case evidenceNow, evidenceNone, evidenceAlready, evidenceNoWay, dueNone, dueHow, dueBegin
  case dueBeginNamed, dueLook, dueLookNamed, dueReview, dueReviewNamed, dueGoal, dueGoalNamed
  case dueAgain, dueAgainNamed, dueTalk, dueSession, dueNext, dueAsked, homeDue, calendarPlain
  case calendarBegin, calendarReview, calendarLook, calendarGoal, calendarAgain, calendarTalk
  case calendarNext, calendarSession, calendarAsked, calendarEmpty, calendarWords, pathwaysIntro
  case questionAsked, questionOwn, questionInMind, questionAgainst, questionSettles
  case objectionOpen, objectionPrice, aheadOf, listLeftOut, listShut, levelAbove, firmAhead
  case firmLevel, reasonHeld, missingPush, missingPull, missingProof
  case wishMoment, wishWant, questionRow, pathwaysBlank, pathwaysBlankNext, bandStrong
  case bandExploring, bandLittle, bandRuledOut, firmOpen, firmFirm, firmTied, towardsOne
  case towardsTwo, reasonFor, reasonAgainst, reasonGate, reasonUnknown, pathwayFits, pathwayCosts
  case pathwayNotFor, pathwayWrongIf, pathwayWhyHint, servesOrganisation, servesPerson
  case servesNotAtAll, servesALittle, servesClearly, servesMainly, whyTitle, whySum, whyTogether
  case whyFact, whyQuoted, whyOthers, whatIfTitle, whatIfFirst, whatIfIntro, whatIfOr
  case whatIfChange, whatIfNothing, whatIfNone, whatIfParts, whatIfAhead, whatIfBehind
  case whatIfLeave, whatIfTryHint, trialTitle, trialIntro, trialToday, trialWith, trialSame
  case trialNone, trialWas, trialKept, trialNothingMoved, whatIfLevel, whatIfUnanswered
  case whatIfAdds, whatIfLowers, trialKeepAsk, trialLookOnly, trialLeft, plainTrialNot
  case whatIfClosed, whatIfEarly, whatIfHelp, whatIfPast, plainTrialKeep, nextIntro, nextRow
  case homeNextQuestion, nextNone, whyAnswers, whyAnswersOf, whyOpen, whyOpenFact, stepWaits
  case stepOthers, plainStep, stepTitle, stepTime, stepFirst, stepSay, stepFor, stepAgainst
  case stepCost, stepNotice, stepUndo, peopleIntro, peopleDoctor, peopleCouncil, peopleService
  case peopleLine, peopleFriend, peopleNumbers, peopleNotStored, offerText, offerKeys, help
  case helpKeys, helpNumbers, helpTyping, helpPrivacyTitle, helpPrivacy, helpLimits
  case helpPurposeTitle, helpPurpose, helpRefused, helpPlainTitle, helpPlain, methodFor
  case methodScored, methodTrust, methodNotFor, methodSource, methodMinutes, methodForms, keyTake
  case keyPick, keyOpen, keyNextRow, keyEdit, keyDone, keyGoOn, keyField, keyFieldBack, keySkip
  case keyPrevious, keyPile, keySlideUp, keySlideDown, keyCut, keyMove, keyChange, keyScreen
  case keyPage, keyRelease, keyNextPart, keyPartBefore, keyUntick, keyAgenda, keyEnds, keyToggle
  case keyAdd, keyClear, keyTakeOn, keyRemove, keyForget, keyRatherNot, keyWhy, keyOpenList
  case keyMethod, keyWhatIf, keyTryOut, keyKeepTrial, keyStillTrue, keyLongForm, keyBack, keyQuit
  case keyUndo, keyRedo, keyPeople, keySuspend, keyRedraw, keyPrivacy, keyHelp, plainOn
  case plainAsked, plainNoScreen, plainPipe, plainWords, plainChoose, plainChooseMany
  case plainChooseDone, plainCard, plainRank, plainCell, plainShare, plainShareKept, plainShareNot
  case plainTalkHowTo, plainShareGrave, plainWordsReader, plainType, plainMost, plainLeast
  case plainField, plainFieldOptional, plainRest, plainEntry, plainHeld, plainHalf
  case plainNotInEntry, plainStillTrue, plainNew, plainNotANumber, plainSaved, plainProgress
  case plainSkipped, plainMap, plainMapRow, plainBye, plainNoBack, plainEnterGoesOn
  case plainPathwayChoose, plainTrialMoved, plainTrial, plainTrialValues, keyConfirm
  case keyCloseSession, keyCalendar, keyHandOver, keyGiveBack, keyShow, keyPlan, keyDesk
  case keyClosing, bannerAgreement, bannerTogether, bannerClient, bannerClosing, bannerDesk
  case bothSee, clientSees, agreementWhole, agreementAgain, agreementUntil, agreementNoDay
  case agreementClientYes, agreementCoachYes, agreementBothYes, clientOnlyTitle, ownKeyAsk
  case ownKeyWhy, ownKeyAgain, ownKeyShort, ownKeyEasy, ownKeyUnlike, enterKeyAsk, keyWrong
  case keyNotPasted, doorText, doorNone, doorKept, doorMistyped, doorHow, keyStartOver
  case plainKeyStartOver, plainDoor, givingBackAsk, givingBackNone, givingBackShown, givingBackKept,
    showWhere
  case showInEntry, showNothing, shownSaid, keptSaid, shownHere, planTitle, planMinutes, ownBefore
  case ownBeforeNot, ownBack, ownNone, plainOwnBefore, doorOver, bannerKey, keyOwnAgain
  case planPart, handsBoth, handsClient, handsCoach, planSeen, planNothing, planSuggested
  case promptSaid, closingTitle, closingSaved, closingTake, closingNothingSeen, closingPlan
  case homeByPlan, homePlanRow, homePlanNext, closingBothSaw, closingKept, closingGoal
  case closingAgain, closingCalendar, closingCalendarSaid, closingNoDays, closingMarks
  case closingWipe, standardAgreement, standardGoal, standardStep, standardAgain, standardYes
  case standardNotYet, deskName, deskTitle, deskQuestion, deskToday, deskLater, deskRest
  case deskNewClient, deskSheet, deskFor, deskScored, deskTrust, deskNotFor, deskAbout
  case deskAboutHint, deskLanguages, deskWants, deskUntil, deskPath, deskNext, deskNextHint
  case deskNextDay, deskNextHour, deskAgreed, deskNotes, deskNotesHint, deskNoteDay, deskNoteText
  case deskOverruled, deskOverruledHint, deskOverruledWhat, deskOverruledWhy, deskIsRunning
  case deskOverdue, deskDue, deskNoAgreement, deskAgreement, deskAgreementOld, deskLast
  case deskAgreedWas, deskWantsWas, deskUntilWas, deskUntilPast, deskGoOn, deskAgenda, deskBegin
  case deskBeginNew, deskRunning, deskPlanAsk, deskPlanNew, deskRecord, deskPaper, deskDispose
  case deskDisposeAsk, deskDisposed, deskHere, deskSuggestedHow, sheetAsk, sheetListen, coachBye
  case fileWritten, recordTitle, recordSessions, recordSession, recordDone, recordMark, recordNone
  case recordEnd, coachName, coachFirstTitle, coachFirst, coachFirstSealed, clientFirstTitle
  case clientFirst, clientPlain, clientFirstSealed, machineRemote, machineManaged, plainYes
  case plainCloseWords, plainTogether, plainClient, plainClientDone, plainClientStays, plainAlone
  case plainRepeats, plainShown, plainDesk, plainDeskClient, plainScroll
  case plainBackWord, plainStays, keyBlank, showHalf, deskWithdraw, deskWithdrawn, recordHalf
  case keyPalette, keyPaletteShort, keyRun, keyFindHere, keyFindNext, keyFindBefore, keyFindWords
  case keySettings, keyCompare, paletteTitle, paletteHint, paletteHere, palettePlaces, paletteRead
  case wordsTitle, wordsHint, wordsNone, wordsNothing, findNothing, findLabel, findFirst
  case findNowhere, foundClosed, undoWould, redoWould, helpTypingTitle, setTheme, setThemeText
  case themeAuto, themeMono, themeContrast, setLock, setMinutes, setLockText, setMouse
  case setMouseText, setPlain, setPlainText, setLanguage, setLanguageText, setLanguageOnly
  case setAsSystem, setOn, setOff, settingsWhere, settingsNot, welcomeLook, welcomeLookText
  case welcomeBring, welcomeBringText, demoChoose, demoNotice, bringAsk, bringText
  case comparisonTitle, comparisonSaid, comparisonWork, comparisonYou, comparisonSides
  case comparisonBalance, comparisonMoreLines, comparisonMore, looksWords, plainFind, plainFound
  case plainFoundNone, plainSettings, plainFirstRun, rawNone, rawSome, rawAll, rawCount, mapWaits
  case waitsFor, gateIntro, gateNeeds, gateTogether, gateOpen, plainGate, listAnd, homeNextWaits
  case homeNextQuestionWaits
}
