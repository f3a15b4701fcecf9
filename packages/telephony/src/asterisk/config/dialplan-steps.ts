/** What the dialplan does for each step of a plan. A step answers `again` when RT_PLAN holds a new plan. */
export const dialplanSteps = `
; ---- one extension per step ----
[ringtrail-step]
exten => say,1,Gosub(ringtrail-sound,s,1(\${HASH(\${RT_PLAN},\${RT_I}.sound)}))
 same => n,ExecIf($["\${GOSUB_RETVAL}" != ""]?Playback(\${GOSUB_RETVAL}))
 same => n,Return()

exten => pause,1,Answer()
 same => n,Wait(\${FILTER(0-9,\${HASH(\${RT_PLAN},\${RT_I}.seconds)})})
 same => n,Return()

; The caller's exchange is told why: the leg's own cause, no answer (19), or a number that is not in service (1).
exten => hangup,1,Hangup(\${IF($[0\${HANGUPCAUSE} > 0]?\${HANGUPCAUSE}:\${IF($["\${DIALSTATUS}" = ""]?1:19)})})

; The notice is heard before anything is recorded. How it ended is told, and the answer is the next plan. Without an
; answer the steps behind the notice bring the caller to the business, unrecorded.
exten => notice,1,Set(RT_NOTICE=failed)
 same => n,Set(RT_KEY=)
 same => n,Gosub(ringtrail-sound,s,1(\${HASH(\${RT_PLAN},\${RT_I}.sound)}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = ""]?tell)
 same => n,Gosub(ringtrail-keys,s,1(\${GOSUB_RETVAL},1))
 same => n,Set(RT_KEY=\${GOSUB_RETVAL})
 same => n,Set(RT_NOTICE=\${IF($["\${RT_KEY}" != ""]?key:\${IF($["\${BACKGROUNDSTATUS}" = "SUCCESS"]?heard:failed)})})
 same => n(tell),Gosub(ringtrail-ask,s,1(\${HASH(\${RT_PLAN},\${RT_I}.ended)},\${RT_WHO}&key=\${URIENCODE(\${RT_KEY})}&notice=\${RT_NOTICE}))
 same => n,Return(\${IF($["\${GOSUB_RETVAL}" = "1"]?again:)})

exten => dial,1,Gosub(ringtrail-dial,s,1(\${HASH(\${RT_PLAN},\${RT_I}.to)},\${HASH(\${RT_PLAN},\${RT_I}.seconds)},\${HASH(\${RT_PLAN},\${RT_I}.record)},\${HASH(\${RT_PLAN},\${RT_I}.callerid)}))
 same => n,GotoIf($["\${HASH(\${RT_PLAN},\${RT_I}.ended)}" = ""]?silent)
 same => n,Gosub(ringtrail-ask,s,1(\${HASH(\${RT_PLAN},\${RT_I}.ended)},\${RT_WHO}&\${RT_LEG}))
 same => n,Return(\${IF($["\${GOSUB_RETVAL}" = "1"]?again:)})
 same => n(silent),Return()

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

; ---- dials ARG1 for ARG2 seconds; ARG3 = both records caller (left) and business (right) while they are connected ----
[ringtrail-dial]
exten => s,1,Set(RT_DIALLED=1)
 same => n,Set(RT_TO=\${FILTER(+0-9,\${ARG1})})
 same => n,Set(RT_SECONDS=\${FILTER(0-9,\${ARG2})})
 same => n,Set(RT_ANSWERED=)
 same => n,Set(RT_LEG_ENDED=)
 same => n,ExecIf($["\${ARG4}" != ""]?Set(CALLERID(num)=\${FILTER(+0-9,\${ARG4})}))
 same => n,GotoIf($["\${ARG3}" = "both" & "\${RINGTRAIL_STEREO}" = "1"]?:ring)
 same => n,Set(RT_RECORDING=ringtrail-\${UNIQUEID})
 same => n,MixMonitor(\${RINGTRAIL_RECORDINGS}/\${RT_RECORDING}.raw,bD)
 same => n(ring),Dial(\${RINGTRAIL_DIAL_BEFORE}\${RT_TO}\${RINGTRAIL_DIAL_AFTER},\${IF($["\${RT_SECONDS}" = ""]?\${RINGTRAIL_RING_SECONDS}:\${RT_SECONDS})},gU(ringtrail-answered))
 same => n,StopMixMonitor()
 same => n,Gosub(ringtrail-leg,s,1)
 same => n,Return()
`;
