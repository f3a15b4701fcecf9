/**
 * What the dialplan tells us afterwards. Nothing a person waits for: every report is kept in Asterisk's own database
 * first and sent by a channel of its own, again and again until we say that we have it.
 */
export const dialplanReports = `
; ---- how the leg to the business went, as RT_LEG. All instants are milliseconds since 1970 ----
[ringtrail-leg]
exten => s,1,ExecIf($["\${RT_LEG_ENDED}" = ""]?Set(RT_LEG_ENDED=\${STRFTIME(,,%s%3q)}))
 same => n,Set(RT_LEG=answered=\${RT_ANSWERED}&connected=\${RT_CONNECTED}&dialcause=\${HANGUPCAUSE}&dialended=\${RT_LEG_ENDED}&dialled=\${RT_RANG_AT}&dialstatus=\${DIALSTATUS}&told=\${RT_TOLD})
 same => n,Return()

; ---- the caller's call is over ----
[ringtrail-end]
exten => s,1,StopMixMonitor()
 same => n,Set(RT_LEG=)
 same => n,GosubIf($["\${DIALSTATUS}" != ""]?ringtrail-leg,s,1)
 same => n,Gosub(ringtrail-tell,s,1(status,cause=\${HANGUPCAUSE}&ended=\${STRFTIME(,,%s%3q)}&\${RT_LEG}))
 same => n,GosubIf($["\${RT_RECORDING}" != ""]?ringtrail-tell,s,1(recording,recorded=\${IF($["\${RT_RECORDED}" = ""]?\${RT_CONNECTED}:\${RT_RECORDED})}&recording=\${RT_RECORDING},\${RT_RECORDING}))
 same => n,GosubIf($["\${RT_MESSAGE}" != ""]?ringtrail-tell,s,1(recording,recording=\${RT_MESSAGE},\${RT_MESSAGE}))
 same => n,Return()

; ---- keeps a report (ARG1 the moment, ARG2 what happened, ARG3 the recording it is about) and has it sent ----
; An Asterisk that cannot send beside the call sends everything kept at a call's end, when nobody waits any more.
[ringtrail-tell]
exten => s,1,Set(LOCAL(key)=\${EPOCH}-\${UNIQUEID}-\${ARG1}-\${RAND(100000,999999)})
 same => n,Set(DB(ringtrail-spool/\${key})=\${ARG1}\${RT_QUERY}|\${RT_WHO}&\${ARG2}|\${ARG3})
 same => n,GotoIf($["\${RINGTRAIL_ASYNC}" = "1"]?:now)
 same => n,Originate(Local/s@ringtrail-send/n,exten,ringtrail-send,nobody,1,86400,av(RT_KEY=\${key}))
 same => n,Return()
 same => n(now),GotoIf($["\${ARG2:0:6}" = "cause="]?:done)
 same => n,Set(LOCAL(keys)=\${DB_KEYS(ringtrail-spool)})
 same => n(next),Set(LOCAL(one)=\${SHIFT(keys)})
 same => n,GotoIf($["\${one}" = ""]?done)
 same => n,Gosub(ringtrail-give,s,1(\${one}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "given"]?next)
 same => n(done),Return()

; ---- sends the report RT_KEY; when that fails, looks after everything kept until nothing is ----
[ringtrail-send]
exten => s,1,Gosub(ringtrail-give,s,1(\${RT_KEY}))
 same => n,GotoIf($["\${DB_KEYS(ringtrail-spool)}" = ""]?done)
 same => n,GotoIf($[0\${GLOBAL(RT_HEALING_UNTIL)} > \${EPOCH}]?done)
 same => n(wait),Set(GLOBAL(RT_HEALING_UNTIL)=$[\${EPOCH} + \${RINGTRAIL_RETRY_SECONDS} + 15])
 same => n,Wait(\${RINGTRAIL_RETRY_SECONDS})
 same => n,Set(RT_KEYS=\${DB_KEYS(ringtrail-spool)})
 same => n(next),GotoIf($["\${RT_KEYS}" = ""]?more)
 same => n,Set(RT_KEY=\${SHIFT(RT_KEYS)})
 same => n,Set(GLOBAL(RT_HEALING_UNTIL)=$[\${EPOCH} + \${RINGTRAIL_RETRY_SECONDS} + 15])
 same => n,Gosub(ringtrail-give,s,1(\${RT_KEY}))
 same => n,Goto(next)
 same => n(more),GotoIf($["\${DB_KEYS(ringtrail-spool)}" != ""]?wait)
 same => n,Set(GLOBAL(RT_HEALING_UNTIL)=0)
 same => n(done),Hangup()
exten => nobody,1,Hangup()

; ---- gives one kept report (ARG1 its key) to us, and forgets it when we have it or a week has passed ----
; The length of a recording is told by its file, which the recorder has closed a second later.
[ringtrail-give]
exten => s,1,Set(LOCAL(key)=\${ARG1})
 same => n,Set(RT_LINE=\${DB(ringtrail-spool/\${key})})
 same => n,GotoIf($["\${RT_LINE}" = ""]?done)
 same => n,Set(LOCAL(body)=\${CUT(RT_LINE,|,2)})
 same => n,Set(LOCAL(file)=\${RINGTRAIL_RECORDINGS}/\${CUT(RT_LINE,|,3)}.raw)
 same => n,ExecIf($["\${CUT(RT_LINE,|,3)}" != ""]?Wait(1))
 same => n,ExecIf($["\${CUT(RT_LINE,|,3)}" != ""]?Set(LOCAL(body)=\${body}&bytes=\${STAT(s,\${file})}))
 same => n,Gosub(ringtrail-ask,s,1(\${RINGTRAIL_URL}/\${CUT(RT_LINE,|,1)},\${body}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1" | $[\${EPOCH} - \${CUT(key,-,1)}] > 604800]?:done)
 same => n,Set(RT_GONE=\${DB_DELETE(ringtrail-spool/\${key})})
 same => n,Return(given)
 same => n(done),Return()
`;
