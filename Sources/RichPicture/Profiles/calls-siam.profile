# Call records, layout A: one line a call or message, comma-separated, with handset, SIM and cell of the caller.
profile: calls-siam
title: Call records, layout A (caller's handset, SIM and cell)
stream: telephony
zone: Asia/Bangkok
country: TH

table calls
need CALL_TYPE
event call when CALL_TYPE is VOICE
    from     = CALLING_NUMBER as phone
    to       = CALLED_NUMBER as phone
    start    = START_TIME as time yyyy-MM-dd HH:mm:ss
    duration = DURATION_SEC as seconds
    handset  = IMEI as handset
    sim      = IMSI as sim
    place    = CELL_ID as cell
event message when CALL_TYPE is SMS
    from     = CALLING_NUMBER as phone
    to       = CALLED_NUMBER as phone
    start    = START_TIME as time yyyy-MM-dd HH:mm:ss
    handset  = IMEI as handset
    sim      = IMSI as sim
    place    = CELL_ID as cell
