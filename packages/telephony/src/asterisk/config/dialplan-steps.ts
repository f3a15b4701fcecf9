/** What the dialplan does for each step of a plan. A step answers `again` when RT_PLAN holds a new plan. */
export const dialplanSteps = `
; ---- one extension per step ----
[ringtrail-step]
exten => say,1,Set(PLAYBACKSTATUS=FAILED)
 same => n,Gosub(ringtrail-sound,s,1(\${HASH(\${RT_PLAN},\${RT_I}.sound)}))
 same => n,ExecIf($["\${GOSUB_RETVAL}" != ""]?Playback(\${GOSUB_RETVAL}))
 same => n,ExecIf($["\${PLAYBACKSTATUS}" != "SUCCESS" & "\${HASH(\${RT_PLAN},\${RT_I}.must)}" = "1"]?Goto(hangup,1))
 same => n,Return()

exten => pause,1,Answer()
 same => n,Wait(\${FILTER(0-9,\${HASH(\${RT_PLAN},\${RT_I}.seconds)})})
 same => n,Return()

; The caller's exchange is told why: the leg's own cause, no answer (19), or a number that is not in service (1).
exten => hangup,1,Hangup(\${IF($[0\${HANGUPCAUSE} > 0]?\${HANGUPCAUSE}:\${IF($["\${DIALSTATUS}" = ""]?1:19)})})
exten => reject,1,Hangup(\${FILTER(0-9,\${HASH(\${RT_PLAN},\${RT_I}.cause)})})

; Plays a notice, a question or a menu and takes one key. How it ended is told, and the answer is the next plan.
; Without an answer the steps behind this one bring the caller to the business, unrecorded. What cannot be played was
; not heard, and that is told too.
exten => notice,1,Set(RT_PLAYED=failed)
 same => n,Set(RT_KEY=)
 same => n,Gosub(ringtrail-sound,s,1(\${HASH(\${RT_PLAN},\${RT_I}.sound)}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = ""]?tell)
 same => n,Set(RT_BEGAN=\${STRFTIME(,,%s%3q)})
 same => n,Gosub(ringtrail-keys,s,1(\${GOSUB_RETVAL},\${FILTER(0-9,\${HASH(\${RT_PLAN},\${RT_I}.seconds)})}))
 same => n,Set(RT_KEY=\${GOSUB_RETVAL})
 same => n,Set(RT_PLAYED=\${IF($["\${RT_KEY}" != ""]?key:\${IF($["\${BACKGROUNDSTATUS}" = "SUCCESS"]?heard:failed)})})
 same => n(tell),Gosub(ringtrail-ask,s,1(\${HASH(\${RT_PLAN},\${RT_I}.ended)},\${RT_WHO}&began=\${RT_BEGAN}&key=\${URIENCODE(\${RT_KEY})}&played=\${RT_PLAYED}))
 same => n,ExecIf($["\${GOSUB_RETVAL}\${RT_PLAYED}\${HASH(\${RT_PLAN},\${RT_I}.must)}" = "0failed1"]?Goto(hangup,1))
 same => n,Return(\${IF($["\${GOSUB_RETVAL}" = "1"]?again:next)})
exten => ask,1,Goto(notice,1)
exten => menu,1,Goto(notice,1)

; Records the whole call from here on, what the caller hears of us included.
exten => record,1,Answer()
 same => n,Gosub(ringtrail-record,s,1(\${HASH(\${RT_PLAN},\${RT_I}.sides)},))
 same => n,GosubIf($["\${RT_RUNS}" = "1"]?ringtrail-tell,s,1(status,recorded=\${RT_RECORDED}&recording=\${RT_RECORDING}))
 same => n,Return()

; Who has talked is not put through again, whatever stands behind.
exten => dial,1,Gosub(ringtrail-dial,s,1(\${HASH(\${RT_PLAN},\${RT_I}.to)},\${HASH(\${RT_PLAN},\${RT_I}.seconds)},\${HASH(\${RT_PLAN},\${RT_I}.record)},\${HASH(\${RT_PLAN},\${RT_I}.callerid)},\${HASH(\${RT_PLAN},\${RT_I}.whisper)}))
 same => n,GotoIf($["\${HASH(\${RT_PLAN},\${RT_I}.ended)}" = ""]?silent)
 same => n,Gosub(ringtrail-ask,s,1(\${HASH(\${RT_PLAN},\${RT_I}.ended)},\${RT_WHO}&\${RT_LEG}))
 same => n,Return(\${IF($["\${GOSUB_RETVAL}" = "1"]?again:\${IF($["\${DIALSTATUS}" = "ANSWER"]?over:next)})})
 same => n(silent),Return(\${IF($["\${DIALSTATUS}" = "ANSWER"]?over:next)})

; Says the words, beeps, and keeps what the caller says; also when the caller hangs up instead of pressing #.
exten => message,1,Answer()
 same => n,Gosub(ringtrail-sound,s,1(\${HASH(\${RT_PLAN},\${RT_I}.sound)}))
 same => n,ExecIf($["\${GOSUB_RETVAL}" != ""]?Playback(\${GOSUB_RETVAL}))
 same => n,PlayTones(!1000/400)
 same => n,Wait(0.4)
 same => n,StopPlayTones()
 same => n,Set(RT_DIALLED=1)
 same => n,Set(RT_MESSAGE=ringtrail-\${UNIQUEID}-message)
 same => n,Record(\${RINGTRAIL_RECORDINGS}/\${RT_MESSAGE}.raw,5,\${FILTER(0-9,\${HASH(\${RT_PLAN},\${RT_I}.seconds)})},kq)
 same => n,Gosub(ringtrail-ask,s,1(\${HASH(\${RT_PLAN},\${RT_I}.ended)},\${RT_WHO}))
 same => n,Return(\${IF($["\${GOSUB_RETVAL}" = "1"]?again:next)})

; ---- the file of a sound (ARG1 its name), without its ending as Asterisk wants it; empty when it is not there ----
[ringtrail-sound]
exten => s,1,Set(LOCAL(file)=\${RINGTRAIL_SOUNDS}/\${FILTER(a-z0-9-,\${ARG1})})
 same => n,Return(\${IF($["\${STAT(e,\${file}.wav)}" = "1"]?\${file}:)})

; ---- plays ARG1 and answers the key pressed during it or within ARG2 seconds after it; empty when none was ----
[ringtrail-keys]
exten => s,1,Answer()
 same => n,Background(\${ARG1})
 same => n,WaitExten(\${ARG2})
 same => n,Return()
exten => t,1,Return()
exten => _[0-9*#],1,Return(\${EXTEN})
`;
