/** What the dialplan does while two people talk: it listens to the keys of whoever answered. */
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

; ---- tells us what happened in the talk (ARG1) and answers whether the recording rests: 1, 0, or empty without us ----
[ringtrail-talk]
exten => s,1,Gosub(ringtrail-ask,s,1(\${RINGTRAIL_URL}/talk\${RT_QUERY},\${RT_WHO}&\${ARG1}&when=\${STRFTIME(,,%s%3q)}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1"]?:alone)
 same => n,Return(\${HASH(\${RT_PLAN},rest)})
 same => n(alone),Return()
`;
