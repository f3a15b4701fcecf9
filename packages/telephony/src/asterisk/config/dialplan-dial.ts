/** How the dialplan rings the business, tells whoever answers, and records. */
export const dialplanDial = `
; ---- rings ARG1 (numbers with x between, all at once) for ARG2 seconds; ARG3 whom to record while they are connected;
; ARG4 the number to show; ARG5 what whoever answers is told first (sounds with . between) ----
; Whoever cannot be told is not recorded: also a recording that runs already ends before the business is rung.
[ringtrail-dial]
exten => s,1,Set(RT_DIALLED=1)
 same => n,Set(RT_ANSWERED=)
 same => n,Set(RT_CONNECTED=)
 same => n,Set(RT_PEER=)
 same => n,Set(CONNECTED_LINE_SEND_SUB=ringtrail-peer,s,1)
 same => n,Set(RT_TOLD=)
 same => n,Set(RT_LEG_ENDED=)
 same => n,Set(LOCAL(seconds)=\${FILTER(0-9,\${ARG2})})
 same => n,ExecIf($["\${ARG4}" != ""]?Set(CALLERID(num)=\${FILTER(+0-9,\${ARG4})}))
 same => n,Gosub(ringtrail-whisper,s,1(\${ARG5}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "missing"]?untold)
 same => n,GosubIf($["\${ARG3}" != "none"]?ringtrail-record,s,1(\${ARG3},b))
 same => n,Goto(ring)
 same => n(untold),StopMixMonitor()
 same => n,Set(RT_RUNS=)
 same => n(ring),Gosub(ringtrail-phones,s,1(\${FILTER(+0-9x,\${ARG1})}))
 same => n,Set(RT_RANG_AT=\${STRFTIME(,,%s%3q)})
 same => n,Dial(\${GOSUB_RETVAL},\${IF($["\${seconds}" = ""]?\${RINGTRAIL_RING_SECONDS}:\${seconds})},gU(ringtrail-answered))
 same => n,Gosub(ringtrail-leg,s,1)
 same => n,Return()

; ---- the phones of ARG1 as Dial wants them ----
[ringtrail-phones]
exten => s,1,Set(LOCAL(rest)=\${ARG1})
 same => n,Set(LOCAL(all)=)
 same => n(next),Set(LOCAL(one)=\${SHIFT(rest,x)})
 same => n,GotoIf($["\${one}" = ""]?done)
 same => n,Set(LOCAL(all)=\${all}\${IF($["\${all}" = ""]?:&)}\${RINGTRAIL_DIAL_BEFORE}\${one}\${RINGTRAIL_DIAL_AFTER})
 same => n,Goto(next)
 same => n(done),Return(\${all})

; ---- the sounds of ARG1 as RT_WHISPER, for the channel of whoever answers; missing when one of them is not there ----
[ringtrail-whisper]
exten => s,1,Set(__RT_WHISPER=)
 same => n,Set(LOCAL(rest)=\${ARG1})
 same => n(next),Set(LOCAL(one)=\${SHIFT(rest,.)})
 same => n,GotoIf($["\${one}" = ""]?there)
 same => n,Gosub(ringtrail-sound,s,1(\${one}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = ""]?missing)
 same => n,Set(__RT_WHISPER=\${RT_WHISPER}\${IF($["\${RT_WHISPER}" = ""]?:&)}\${GOSUB_RETVAL})
 same => n,Goto(next)
 same => n(missing),Set(__RT_WHISPER=)
 same => n,Return(missing)
 same => n(there),Return(there)

; ---- the business picked up: runs on its channel, before the two are connected, and waits for nothing of ours ----
; A whisper that breaks off ends the leg as failed; what follows is ours to say, and without us nothing is recorded.
[ringtrail-answered]
exten => s,1,Set(MASTER_CHANNEL(RT_ANSWERED)=\${STRFTIME(,,%s%3q)})
 same => n,Gosub(ringtrail-tell,s,1(status,answered=\${MASTER_CHANNEL(RT_ANSWERED)}))
 same => n,GotoIf($["\${RT_WHISPER}" = ""]?connect)
 same => n,Playback(\${RT_WHISPER})
 same => n,GotoIf($["\${PLAYBACKSTATUS}" = "SUCCESS"]?told)
 same => n,Set(GOSUB_RESULT=CONGESTION)
 same => n,Return()
 same => n(told),Set(MASTER_CHANNEL(RT_TOLD)=\${STRFTIME(,,%s%3q)})
 same => n(connect),Set(MASTER_CHANNEL(RT_PEER)=\${CHANNEL})
 same => n,Set(MASTER_CHANNEL(RT_CONNECTED)=\${STRFTIME(,,%s%3q)})
 same => n,GotoIf($["\${MASTER_CHANNEL(RT_RUNS)}" = "1"]?:done)
 same => n,Set(DYNAMIC_FEATURES=ringtrail-pause#ringtrail-resume)
 same => n,ExecIf($["\${RINGTRAIL_HOUSE}" != ""]?Set(TRANSFER_CONTEXT=ringtrail-transfer))
 same => n,Set(LOCAL(since)=\${MASTER_CHANNEL(RT_RECORDED)})
 same => n,Gosub(ringtrail-tell,s,1(status,answered=\${MASTER_CHANNEL(RT_ANSWERED)}&told=\${MASTER_CHANNEL(RT_TOLD)}&recorded=\${IF($["\${since}" = ""]?\${MASTER_CHANNEL(RT_CONNECTED)}:\${since})}&recording=\${MASTER_CHANNEL(RT_RECORDING)}))
 same => n(done),Return()

; ---- records ARG1: both (caller left, business right) or business (its voice alone); ARG2 b = while connected only ----
[ringtrail-record]
exten => s,1,GotoIf($["\${RINGTRAIL_STEREO}" = "1" & ("\${ARG1}" = "both" | "\${ARG1}" = "business")]?:no)
 same => n,Set(RT_RECORDING=ringtrail-\${UNIQUEID}\${IF($["\${ARG1}" = "business"]?-business:)})
 same => n,Set(RT_RUNS=1)
 same => n,Set(LOCAL(file)=\${RINGTRAIL_RECORDINGS}/\${RT_RECORDING}.raw)
 same => n,Set(RT_RECORDED=\${IF($["\${ARG2}" = ""]?\${STRFTIME(,,%s%3q)}:)})
 same => n,GotoIf($["\${ARG1}" = "business"]?one)
 same => n,MixMonitor(\${file},\${ARG2}D)
 same => n,Return()
 same => n(one),MixMonitor(,\${ARG2}t(\${file}))
 same => n(no),Return()
`;
