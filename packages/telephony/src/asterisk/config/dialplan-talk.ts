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
; The recording rests until whoever answers was told; when we do not say that it rests, it ends.
[ringtrail-transfer]
exten => _[0-9*#+]!,1,Gosub(ringtrail-pass,s,1(\${EXTEN}))
exten => _[a-zA-Z][0-9a-zA-Z]!,1,Gosub(ringtrail-pass,s,1(\${EXTEN}))

; ---- passes the caller on to ARG1. Names of one letter are Asterisk's own (h: hung up) and nobody's telephone ----
[ringtrail-pass]
exten => s,1,Set(__RT_NEWCOMER=\${FILTER(0-9a-zA-Z*#+,\${ARG1})})
 same => n,GosubIf($["\${RT_RUNS}" = "1"]?ringtrail-join,s,1(\${RT_NEWCOMER}))
 same => n,Set(__RT_NAME=\${RT_NAME})
 same => n,Dial(Local/\${RT_NEWCOMER}@\${RINGTRAIL_HOUSE},,gU(ringtrail-newcomer))
 same => n,Hangup()

; ---- whoever the call was transferred to picked up: they are told before the two are connected ----
[ringtrail-newcomer]
exten => s,1,Set(MASTER_CHANNEL(RT_PEER)=\${CHANNEL})
 same => n,GotoIf($["\${RT_WHISPER}" = "" | "\${MASTER_CHANNEL(RT_RUNS)}" != "1"]?done)
 same => n,Playback(\${RT_WHISPER})
 same => n,GotoIf($["\${PLAYBACKSTATUS}" = "SUCCESS"]?:done)
 same => n,Set(MASTER_CHANNEL(RT_INFORMED)=\${RT_NAME})
 same => n,Gosub(ringtrail-talk,s,1(told=\${URIENCODE(\${RT_NAME})}))
 same => n,Set(DYNAMIC_FEATURES=ringtrail-pause#ringtrail-resume)
 same => n(done),Return()

; ---- the caller is about to hear somebody: runs on the caller's channel, and until it is done nothing of them is heard
; or recorded. Somebody else than whoever answered is a newcomer, also where a transfer with a question first joined two
; talks in one stroke: the recording rests, and they are told by a voice that they alone hear. Behind a Local channel it
; may still ring; when Asterisk takes the way through it out, this comes by again.
[ringtrail-peer]
exten => s,1,GotoIf($["\${RT_RUNS}" = "1" & "\${RT_CONNECTED}" != "" & "\${BRIDGEPEER}" != "" & "\${BRIDGEPEER}" != "\${RT_PEER}"]?:done)
 same => n,Set(LOCAL(before)=\${RT_PEER})
 same => n,Set(RT_PEER=\${BRIDGEPEER})
 same => n,GotoIf($["\${before:0:6}" = "Local/"]?known)
 same => n,Set(LOCAL(number)=\${FILTER(0-9*#+,\${CONNECTEDLINE(num,i)})})
 same => n,Gosub(ringtrail-join,s,1(\${IF($["\${number}" = ""]?\${FILTER(0-9a-zA-Z-,\${RT_PEER})}:\${number})}))
 same => n(known),GotoIf($["\${RT_RUNS}" != "1" | "\${RT_WHISPER}" = "" | "\${RT_INFORMED}" = "\${RT_NAME}" | "\${RT_PEER:0:6}" = "Local/"]?done)
 same => n,Originate(Local/s@ringtrail-ear/n,exten,ringtrail-inform,s,1,30,av(RT_WHO=\${URIENCODE(\${RT_WHO})}^RT_QUERY=\${URIENCODE(\${RT_QUERY})}^RT_WHISPER=\${URIENCODE(\${RT_WHISPER})}^RT_PEER=\${RT_PEER}^RT_NAME=\${RT_NAME}))
 same => n(done),Return()

; ---- somebody (ARG1) joins a recorded call: it rests, or else it ends. RT_NAME is what we know them by: who joins later
; may come from the same telephone and be somebody else, so every one has a name of their own ----
[ringtrail-join]
exten => s,1,Set(RT_JOINED=$[0\${RT_JOINED} + 1])
 same => n,Set(RT_NAME=\${ARG1}\${IF($[\${RT_JOINED} > 1]?.\${RT_JOINED}:)})
 same => n,Gosub(ringtrail-talk,s,1(joined=\${URIENCODE(\${RT_NAME})}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1"]?done)
 same => n,StopMixMonitor()
 same => n,Set(RT_RUNS=)
 same => n(done),Return()

; ---- a voice in the ear of RT_PEER, and what it says: what whoever answered was told. That it was said counts. What it
; needs comes written as in an address, because Originate takes no = in a value ----
[ringtrail-ear]
exten => s,1,Answer()
 same => n,ChanSpy(\${RT_PEER},qwSE)
 same => n,Hangup()
[ringtrail-inform]
exten => s,1,Set(RT_WHO=\${URIDECODE(\${RT_WHO})})
 same => n,Set(RT_QUERY=\${URIDECODE(\${RT_QUERY})})
 same => n,Wait(0.5)
 same => n,Playback(\${URIDECODE(\${RT_WHISPER})})
 same => n,GosubIf($["\${PLAYBACKSTATUS}" = "SUCCESS"]?ringtrail-talk,s,1(told=\${URIENCODE(\${RT_NAME})}))
 same => n,Hangup()

; ---- tells us what happened in the talk (ARG1) and answers whether the recording rests: 1, 0, or empty without us ----
; The plan the caller's channel is at stays in force.
[ringtrail-talk]
exten => s,1,Set(LOCAL(plan)=\${RT_PLAN})
 same => n,Gosub(ringtrail-ask,s,1(\${RINGTRAIL_URL}/talk\${RT_QUERY},\${RT_WHO}&\${ARG1}&when=\${STRFTIME(,,%s%3q)}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1"]?:alone)
 same => n,Set(LOCAL(rest)=\${HASH(\${RT_PLAN},rest)})
 same => n,Set(RT_PLAN=\${plan})
 same => n,Return(\${rest})
 same => n(alone),Return()
`;
