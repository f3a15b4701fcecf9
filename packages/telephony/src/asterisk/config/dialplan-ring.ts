/**
 * The way of a call through the dialplan: ask, obey, and whatever happens dial the business.
 *
 * Asterisk stays in charge: nothing here waits for us longer than the question's own limit, and a plan that does not
 * come, or comes broken, leaves the local route, which is known without us.
 */
export const dialplanRing = `
; ---- a call rings: the trunk's context must be this one ----
[ringtrail]
exten => _+X.,1,Set(RT_DID=\${FILTER(+0-9,\${EXTEN})})
 same => n,Set(RT_RANG=\${STRFTIME(,,%s%3q)})
 same => n,Set(__RT_WHO=callid=\${URIENCODE(\${UNIQUEID})}&from=\${URIENCODE(\${CALLERID(num)})}&name=\${URIENCODE(\${CALLERID(name)})}&pres=\${CALLERID(num-pres)}&rang=\${RT_RANG}&to=\${URIENCODE(\${RT_DID})})
 same => n,Set(__RT_QUERY=?number=\${FILTER(0-9,\${RT_DID})})
 same => n,Set(CHANNEL(hangup_handler_push)=ringtrail-end,s,1)
 same => n,Gosub(ringtrail-ask,s,1(\${RINGTRAIL_URL}/voice,\${RT_WHO}&attestation=\${URIENCODE(\${PJSIP_HEADER(read,P-Attestation-Indicator)})}&diversion=\${URIENCODE(\${PJSIP_HEADER(read,Diversion)})}&identity=\${URIENCODE(\${PJSIP_HEADER(read,P-Asserted-Identity)})}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "1"]?:direct)
 same => n,ExecIf($["\${HASH(\${RT_PLAN},route)}" != ""]?Set(DB(ringtrail-route/\${RT_DID})=\${EPOCH}/\${FILTER(+0-9,\${HASH(\${RT_PLAN},route)})}))
 same => n,Gosub(ringtrail-obey,s,1)
 same => n,GotoIf($["\${RT_DIALLED}" = "1"]?over)
 same => n(direct),Gosub(ringtrail-route,s,1(\${RT_DID}))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = ""]?over)
 same => n,Set(RT_ROUTE=\${GOSUB_RETVAL})
 same => n,Gosub(ringtrail-notices,\${RT_DID},1)
 same => n,GotoIf($["\${GOSUB_RETVAL}" = ""]?ring)
 same => n,Set(PLAYBACKSTATUS=FAILED)
 same => n,Gosub(ringtrail-sound,s,1(\${GOSUB_RETVAL}))
 same => n,ExecIf($["\${GOSUB_RETVAL}" != ""]?Playback(\${GOSUB_RETVAL}))
 same => n,GotoIf($["\${PLAYBACKSTATUS}" = "SUCCESS"]?ring:over)
 same => n(ring),Gosub(ringtrail-dial,s,1(\${RT_ROUTE},\${RINGTRAIL_RING_SECONDS},none,,))
 same => n(over),Gosub(ringtrail-step,hangup,1)
exten => _X.,1,Goto(ringtrail,+\${EXTEN},1)

; ---- obeys RT_PLAN step by step; a step that brought a new plan starts over, an unknown step is passed over ----
[ringtrail-obey]
exten => s,1,Set(RT_I=0)
 same => n(next),Set(RT_I=$[\${RT_I} + 1])
 same => n,GotoIf($[\${RT_I} > 0\${HASH(\${RT_PLAN},steps)}]?done)
 same => n,Set(RT_DO=\${FILTER(a-z,\${HASH(\${RT_PLAN},\${RT_I}.do)})})
 same => n,GotoIf($["\${DIALPLAN_EXISTS(ringtrail-step,\${RT_DO},1)}" = "1"]?:next)
 same => n,Gosub(ringtrail-step,\${RT_DO},1)
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "over"]?done)
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "again"]?s,1:next)
 same => n(done),Return()

; ---- asks us: ARG1 the address, ARG2 the body. Answers 1 when a whole answer of ours came: then it is the plan ----
; The signature is SHA-1 twice with two keys (HMAC's shape): the dialplan knows no other keyed hash. It is the body's
; last field, because a channel can be told to add a header and never to take one back. A plan that does not come leaves
; the old one in force.
[ringtrail-ask]
exten => s,1,Set(LOCAL(new)=\${IF($["\${RT_PLAN}" = "RT_A"]?RT_B:RT_A)})
 same => n,ClearHash(\${new})
 same => n,Set(CURLOPT(conntimeout)=1)
 same => n,Set(CURLOPT(httptimeout)=3)
 same => n,Set(CURLOPT(hashcompat)=yes)
 same => n,Set(LOCAL(at)=\${EPOCH})
 same => n,Set(LOCAL(sig)=\${SHA1(\${RINGTRAIL_OUTER}\${SHA1(\${RINGTRAIL_INNER}\${at}.\${ARG1}.\${ARG2})})})
 same => n,Set(HASH(\${new})=\${CURL(\${ARG1},\${ARG2}&sig=\${at}.\${sig})})
 same => n,GotoIf($["\${HASH(\${new},ringtrail)}" = "1"]?:no)
 same => n,Set(RT_PLAN=\${new})
 same => n,Return(1)
 same => n(no),Return(0)

; ---- where the business is without us: what we said at the last call or what was printed, whichever is newer ----
[ringtrail-route]
exten => s,1,Gosub(ringtrail-routes,\${ARG1},1)
 same => n,Set(LOCAL(printed)=\${GOSUB_RETVAL})
 same => n,Set(LOCAL(kept)=\${DB(ringtrail-route/\${ARG1})})
 same => n,GotoIf($["\${kept}" = ""]?printed)
 same => n,GotoIf($["\${printed}" != "" & \${CUT(kept,/,1)} < \${RINGTRAIL_PRINTED_AT}]?printed)
 same => n,Return(\${CUT(kept,/,2)})
 same => n(printed),Return(\${printed})
`;
