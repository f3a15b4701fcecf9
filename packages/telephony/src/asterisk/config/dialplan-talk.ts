/** What the dialplan does while two people talk: it listens to the keys of whoever answered, and sees who joins. */
export const dialplanTalk = `
; ---- whoever answered pressed ARG1 during the talk (ringtrail-features.conf); runs on their channel ----
; They hear how it stands, and nobody else does: one high tone, the recording rests; two, it goes on; a low one, nothing
; was done, because we could not be asked. Without a tone nothing may be read out.
[ringtrail-key]
exten => s,1,Gosub(ringtrail-talk,s,1(keys=\${URIENCODE(\${ARG1})}))
 same => n,Set(LOCAL(tones)=!300/500)
 same => n,ExecIf($["\${GOSUB_RETVAL}" = "1"]?Set(LOCAL(tones)=!1000/300))
 same => n,ExecIf($["\${GOSUB_RETVAL}" = "0"]?Set(LOCAL(tones)=!1000/120,!0/100,!1000/120))
 same => n,PlayTones(\${tones})
 same => n,Wait(0.5)
 same => n,StopPlayTones()
 same => n,Return()

; ---- a recorded call is transferred to a telephone of the house: the caller's channel, before anybody else rings ----
; The recording rests until whoever answers was told; when we do not say that it rests, it ends. A transfer with a
; question first joins two talks in one stroke, and no dialplan is asked: the newcomer must be announced over the API.
[ringtrail-transfer]
exten => _[0-9*#+]!,1,Gosub(ringtrail-pass,s,1(\${EXTEN}))
exten => _[a-zA-Z][0-9a-zA-Z]!,1,Gosub(ringtrail-pass,s,1(\${EXTEN}))

; ---- passes the caller on to ARG1. Names of one letter are Asterisk's own (h: hung up) and nobody's telephone ----
[ringtrail-pass]
exten => s,1,Set(__RT_NEWCOMER=\${FILTER(0-9a-zA-Z*#+,\${ARG1})})
 same => n,GotoIf($["\${RT_RUNS}" = "1"]?:ring)
 same => n,Gosub(ringtrail-talk,s,1(joined=\${URIENCODE(\${RT_NEWCOMER})}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1"]?ring)
 same => n,StopMixMonitor()
 same => n,Set(RT_RUNS=)
 same => n(ring),Dial(Local/\${RT_NEWCOMER}@\${RINGTRAIL_HOUSE},,gU(ringtrail-newcomer))
 same => n,Hangup()

; ---- whoever the call was transferred to picked up: they are told before the two are connected ----
[ringtrail-newcomer]
exten => s,1,GotoIf($["\${RT_WHISPER}" = "" | "\${MASTER_CHANNEL(RT_RUNS)}" != "1"]?done)
 same => n,Playback(\${RT_WHISPER})
 same => n,GotoIf($["\${PLAYBACKSTATUS}" = "SUCCESS"]?:done)
 same => n,Gosub(ringtrail-talk,s,1(told=\${URIENCODE(\${RT_NEWCOMER})}))
 same => n,Set(DYNAMIC_FEATURES=ringtrail-pause#ringtrail-resume)
 same => n(done),Return()

; ---- tells us what happened in the talk (ARG1) and answers whether the recording rests: 1, 0, or empty without us ----
[ringtrail-talk]
exten => s,1,Gosub(ringtrail-ask,s,1(\${RINGTRAIL_URL}/talk\${RT_QUERY},\${RT_WHO}&\${ARG1}&when=\${STRFTIME(,,%s%3q)}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1"]?:alone)
 same => n,Return(\${HASH(\${RT_PLAN},rest)})
 same => n(alone),Return()
`;
