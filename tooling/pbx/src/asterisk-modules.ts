/**
 * The modules a set-up of ours needs, which is also what docs/guides/asterisk.md asks of a PBX that loads few. A name
 * an older Asterisk lacks is left out.
 */
export const modules: readonly string[] = `
  res_timing_timerfd codec_ulaw codec_alaw format_wav format_pcm format_sln res_sorcery_config
  res_sorcery_memory res_sorcery_astdb res_pjproject res_pjsip res_pjsip_session res_pjsip_pubsub
  res_pjsip_outbound_registration res_pjsip_outbound_publish res_pjsip_authenticator_digest
  res_pjsip_outbound_authenticator_digest res_pjsip_endpoint_identifier_ip res_pjsip_caller_id
  res_pjsip_header_funcs res_pjsip_sdp_rtp res_pjsip_dtmf_info res_pjsip_nat res_pjsip_rfc3326
  res_pjsip_diversion res_pjsip_refer res_rtp_asterisk chan_pjsip pbx_config func_channel func_callerid func_logic
  func_strings func_cdr func_db func_env func_dialplan func_rand func_sha1 func_uri func_cut func_global
  func_timeout func_math res_curl func_curl app_dial app_playback app_read app_record app_mixmonitor
  app_originate app_chanspy app_playtones app_stack app_exec app_verbose app_db cdr_csv bridge_simple bridge_softmix bridge_native_rtp
  bridge_holding res_http_websocket res_websocket_client res_stasis res_stasis_recording res_stasis_playback
  res_stasis_answer res_ari res_ari_model res_ari_recordings res_ari_asterisk app_stasis res_ari_channels
  res_ari_events
`
  .trim()
  .split(/\s+/);
