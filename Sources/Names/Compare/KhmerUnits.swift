/// Units of native letters with their Latin spellings, learned from half of the pairs of
/// the Cambodian gazetteer of *pumi* (David Wilkie, MIT licence).
///
/// Written by `daybreak-bench learn-names ../shared/data Sources/Names/Compare`; not to be edited. Each unit: the
/// symbols of `Graphemes` in hexadecimal, then Latin letters (`-` for none) and their cost in sixteenths of a nat.
enum KhmerUnits {
    static let text = """
        0 k 2 ka 45 ok 73 ko 82 - 85 kor 85 kar 96 kak 96 eak 105|0,e,8a kand 0|0,e,8f kand 1|0,13 kan 1
        0,13,91 kant 1|0,13,9b kanla 2|0,13,9f kans 1|0,36 ka 1|0,3b ko 1|0,3c,13 koun 0|0,3c,14 koub 2|0,3e,f kaeut 0
        0,40,13 kien 1|0,42 kae 2|0,42,1c kaev 0|0,44,47 kaoh 0|0,46 kam 0|0,46,16 kampo 3 kamp 28|0,4b ak 7 k 17
        0,8a kd 1|0,8a,38 kdei 0|0,9a kr 6 kra 18|0,9a,1f kras 0|0,9a,21 kral 2 krala 37|0,9a,44 krao 2|0,9a,45 krau 1
        0,a2 ka 2|0,a2,42 kae 2|1 kh 10 kha 24 k 25 khor 58|1,36 kha 2|1,36,4 khang 0|1,40,1c khiev 2|1,85 khch 2
        1,89 khnh 2|1,91 kht 1|1,91,3b khtu 2|1,93 khna 9 khn 16|1,93,36 khna 1|1,96,14 khpob 1|1,96,1f khpos 1
        1,98 khm 4|1,98,42 khme 1|1,98,45 khmau 1|1,99 khya 2|1,9b khl 1|1,9b,36 khla 0|1,9c khv 2|1,9c,36 khva 1
        1,9f khs 0|2 k 11 ko 15 kor 44 ak 59 ku 63|2,2,38 koki 1|2,4 kong 1|2,4,4b kong 0|2,1a kor 1|2,1b,4b kol 1
        2,38,1a kir 2|2,38,21 kilo 2|2,3b ku 1|2,3b,19 kuy 2|2,3d,19 kuoy 2|2,40 kie 3|2,40,13 kien 2|2,44 kou 5 ko 24
        2,44,0 kouk 0|2,44,1b koul 2|2,82,38 eakki 4|2,9a kr 0|2,9a,3d kruo 1|2,9a,40 krie 1|3 kh 1|3,98 khm 1
        3,9b khle 9 khl 15|3,9b,43 khley 2|4 ng 3 ang 45 ong 51 ung 67 eng 69 orng 70 g 76 ing 80 ieng 89 an 100
        4,4b ng 3 ong 36 ang 53|4,80 angk 1|4,80,42 ngkae 0|4,82 angko 18 ngk 20 angk 27 ng 29|4,9a ongro 1
        5 ch 2 cha 33 chak 73 - 85|5,0 chak 3|5,13,9b chanl 1|5,36 cha 1|5,36,13 chan 1|5,36,1a char 0|5,37 che 2
        5,37,13 chen 1|5,3b,4 chong 0|5,41,0 chek 1|5,46 cham 0|5,46,0 chamk 0|5,46,e chamn 1|5,46,14 chamb 0
        5,9a chr 8 chra 16|5,9a,0 chrak 1|5,9a,41 chre 1|6 chh 3 chha 44 ch 45|6,36,19 chhay 2|6,41,47 chheh 1
        6,42 chhae 2|6,50,f chhat 2|6,84 chhng 2|6,93 chhn 1|6,98,36 chhma 1
        7 ch 9 cho 19 chu 47 chor 52 che 54 ach 67|7,14,4b chob 9 chub 17|7,36 chea 0|7,36,46 choam 1|7,38 chi 0
        7,3b,46 chum 0|7,3d chuo 2|7,3d,1a chuor 1|7,3e cheu 0|7,43 chey 1|7,44 chour 10 chou 14|7,46 chum 1
        7,46,13 chumn 1|7,50,19 chey 0|7,50,1a choar 1|7,9a chr 0|7,9a,3b chru 3|7,9a,43 chrey 0|7,9a,44 chrou 0
        7,9a,45 chrov 1|8 chh 5 ch 26|8,3c chhou 7|8,3c,0 chhuk 0|8,3e chheu 0|8,93 chhne 2|9 nh 2 anh 42 - 57
        9,49 nh 7|9,49,36 nha 2|9,85 anhch 2|9,87 anhch 1|a d 3 da 33 do 45|a,4 dang 0|a,36 da 1|a,38 dei 1|a,3b do 2
        a,3b,46 dom 1|a,3b,47 doh 2|a,3c,4 doung 1|a,3c,13 doun 0|a,3d,1b duol 2|a,3e,18 daeum 3 deum 36|a,42,0 daek 1
        a,43 dai 1|a,44,0 daok 2|a,46 dam 2|a,46,e damn 0|a,46,14 dambo 10 damb 14|a,46,1a damr 0
        e n 8 - 31 na 31 nd 42|e,36 na 1|e,8a,44 andao 3|f t 1 - 56 ta 80 at 84|f,36 ta 0|f,36,13 tano 1|f,36,18 tam 1
        f,36,1f tas 1|f,36,21 tal 1|f,36,22 ta 0|f,3c,5 touch 0|f,4b t 6 at 22|f,93,44 tnao 1|f,94,3c tbou 1 tbo 43
        f,94,42 tbae 1|f,9a tr 9 tra 14 t 55|f,9a,16 trape 1 trap 47|f,9a,36 tra 0|10 th 3 t 33|10,80 thka 2
        10,82,44 thkou 2|10,84 thnga 2|10,93 thn 1|10,93,1b thnal 1|10,98 thma 0|10,98,2 thmak 3
        10,98,38 thmei 1 thmey 40|10,9b thl 2|10,9b,36 thla 2|10,9b,3b thlo 1
        11 t 8 to 27 tu 40 - 50 te 52 at 67 ti 67|11,4 tong 1|11,11 tot 2|11,11,39 totue 1|11,13,9b tonl 0
        11,13,9f tons 2|11,14,4b tob 2|11,36 tea 1|11,36,1b teal 0|11,36,1c teav 1|11,37,13 tin 2|11,38 ti 1
        11,39,0 tuek 0|11,3b tu 1|11,3c tu 1|11,3c,0 tuk 1|11,3d,1b tuol 0|11,40 tie 3|11,40,4 tieng 2|11,41 te 1
        11,41,16 tep 1|11,41,47 oteh 1|11,43 tey 1|11,44,1b toul 2|11,46 tum 0|11,46,13 tumno 12 tumn 12
        11,50,16 toap 1|11,94 l 2|11,9a tr 10 tro 13|11,9a,36 trea 1|11,9a,40 trie 3|12 th 7 tho 25 thom 38
        12,18,98 thomm 6|12,37,4d - 3 ur 33|12,46 thum 2 thom 32|12,93 thno 8 thn 22|12,9b thl 2|12,9b,0 thlok 1
        13 n 4 on 39 - 48 no 52 an 53 nt 73 ne 80 ea 81|13,14,4b nob 1|13,36 nea 0|13,36,4 neang 0|13,37 ni 1
        13,37,2 niko 2|13,40,4 nieng 1|13,4b n 3 an 30|13,8a ant 11 nt 13|13,91 ant 7 nt 19|13,91,3d antuo 1
        13,91,47 nteah 2|13,9b anl 10 nlo 23 onl 26|13,9b,43 onley 2|14 b 3 ba 40 bo 60 p 62 pa 74 ab 81 - 85
        14,4,80 bangk 1|14,f,4b bat 1|14,13,91 bante 0|14,1b,9b bal 1|14,36 ba 0|14,37 be 2|14,37,11 bet 2|14,38 bei 1
        14,39 boe 1|14,39,4 boeng 0|14,3b bo 1|14,3b,1f bos 0|14,3b,47 boh 8|14,3c,1a bour 1|14,3d,1a buor 1
        14,41,4 beng 1|14,42,0 baek 0|14,49 p 3 pa 32|14,49,36 pa 0|14,49,3b po 1|14,49,42 pae 1|14,49,44 pao 0
        14,4b ab 12 b 17 ob 29|14,9a pra 6 pr 19|14,9a,1f pras 2|14,9a,21 pral 1|14,9a,36 pra 0|15 ph 1 p 46
        15,1b phal 2|15,82 phko 2|15,8a,45 phdau 1|15,91,44 phtou 2|15,9b phl 1|15,9b,3c phlo 1|15,9f,36 phsa 0
        15,a2 ph 1|15,a2,36 pha 2|16 p 3 po 31 pe 69|16,4 pong 1|16,4,4b pong 1|16,9 ponhe 2|16,e,4c poar 2
        16,16 pope 6 pop 21|16,36 pea 0|16,36,18 peam 0|16,37,1b pil 2|16,37,1f pis 1|16,38,1a pir 1|16,3b pu 1
        16,3c pu 0|16,3c,1b opul 1|16,3d,13 puon 1|16,3d,19 puoy 2|16,41,7 pech 0|16,41,13 pen 2|16,41,1b opel 1
        16,42 peae 1|16,44 pou 3 p 37|16,44,12 pou 1|16,44,13 poun 1|16,93,45 pnov 2|16,9a pr 2 pre 36
        16,9a,42 preae 2 pre 39 prea 53|16,9a,43 prey 0|16,9a,47 preah 0|17 ph 8 p 20 phea 42|17,36 phea 1|17,38 phi 2
        17,3c,18 phum 1|17,44,2 phouk 2|17,93,46 phnum 3 phnom 28|17,9b phl 2|17,9b,3c phlu 1|17,9b,3e phleu 1
        18 m 4 mo 34 um 59 ma 67 - 70 am 73 om 73 mea 80|18,1b,4b mol 2|18,20,36 moha 1|18,36 mea 1|18,36,13 mean 0
        18,36,1f meas 0|18,3b,1 mukh 2|18,3b,46 mom 2|18,3d,19 muoy 1|18,41 me 1|18,41,9 omenh 3
        18,41,18 memo 9 mem 17|18,41,1b mel 6|18,49 m 3 ma 28|18,49,36 ma 0|18,49,3a meu 1|18,49,45 mau 1|18,80 mk 2
        18,80,36 mka 2|18,9b ml 1|18,9b,3c mlu 1|18,a2,18 mam 2|19 y 1 - 61 oy 63 ay 78|19,36 yea 1|19,36,4 yeang 1
        19,36,19 yeay 1|19,49 y 4 ya 26|1a r 5 ro 32 - 45 ar 49 or 59 rea 73 ra 87 kar 95 ru 95|1a,0,36 roka 0
        1a,0,9f reaks 2|1a,14 roba 6 rob 22|1a,18 rome 7 rom 18|1a,18,40 romie 1|1a,18,99 rom 2|1a,1b rol 8 role 17
        1a,1b,3d roluo 1|1a,1b,46 rolum 2|1a,1f reaks 2|1a,36 rea 1|1a,36,7 reach 1|1a,38 ri 1|1a,3b,13 run 0
        1a,3e,13 raeun 2|1a,40 rie 1|1a,44,4 roung 1|1a,46 rum 0|1a,46,a rumd 0|1a,49 r 6 ra 21|1a,49,43 rai 2
        1b l 4 ol 36 lo 47 al 55|1b,36 lea 1|1b,36,17 leaph 2|1b,36,1c leav 1|1b,37,5 lech 0|1b,3e leu 0
        1b,40,14 lieb 2|1b,44 lou 1|1b,46 lum 1|1b,4b l 9 ol 20 al 33|1b,96,45 lpov 2|1b,9c,36 lvea 0|1b,9c,41 lve 2
        1b,a0,3b lhon 2|1b,a2 la 1|1c v 1 vo 65 - 71|1c,4,9f vongs 9 vong 15|1c,e,8e vann 2|1c,f,8a voat 0
        1c,1b,9b voa 2|1c,36 vea 1|1c,36,1b veal 0|1c,37 vi 2|1c,37,20 vihe 1|1c,40,13 vien 1|1c,42 veae 0
        1c,49,36 va 1|1f s 3 sa 30 - 87 sar 90 o 92 as 98 asa 100 os 101|1f,4,82 sangk 1|1f,e,8a sand 1|1f,f,9c satv 2
        1f,13,91 sant 1|1f,16,9c asab 2|1f,36 sa 0|1f,36,11 sat 0|1f,36,1b sal 0|1f,37 se 1|1f,3b so 0
        1f,3b,1 sokh 4 sok 26|1f,3c sou 1|1f,3c,1a sour 1|1f,40,18 siem 1|1f,41 se 1|1f,41,47 seh 5
        1f,42,13 saen 7 sen 18|1f,46 sam 0|1f,46,e samna 1|1f,46,14 samb 2|1f,46,1a samr 0|1f,4a,38 si 2
        1f,4b s 6 os 21|1f,82,1a skor 2|1f,82,36 skea 1|1f,8a,38 sdei 1|1f,8a,3b sdo 0|1f,8a,45 sdau 1|1f,91 st 1
        1f,91,39 stue 2|1f,93 sn 0|1f,93,36 sna 1|1f,93,44 snao 1|1f,96 sp 2|1f,96,36 spea 3|1f,96,3a spueu 1
        1f,98 sm 1|1f,9a sra 10 sr 12|1f,9a,38 srei 1|1f,9a,42 srae 0|1f,9a,47 srah 0|1f,9b,36 sla 0|1f,a2 s 1
        20 h 6 oh 30 ha 31 - 62|20,36 ha 1|20,3b,4 hong 2|20,42 hae 2|20,44,4 haong 3|20,4a h 1|20,4a,3b hu 2
        20,9b,3d luo 2|21 l 8 la 15|21,36 la 1|21,36,5 alach 1|21,38 lei 2|21,39,0 loek 3|21,3b,4 long 2|21,3c lou 3
        21,44 lao 2|22 - 9 a 15 o 60|22,4 ang 3|22,4,80 angk 1|22,4,82 angk 2 angko 37 ang 56|22,9,85 anhch 2
        22,e and 2|22,e,8a and 0|22,13 an 2|22,13,9b anlo 1|22,13,9f ansa 1|22,36 a 0|22,3c ou 1|22,3c,1a ou 1 o 49
        22,46 am 1|22,46,16 amp 0|22,93,0 neak 2|25,a,8b edth 2|25,13,91 ent 2|27 o 4|27,f,8a otda 7|2a ov 2|2b ru 4
        2b,1f,9f ruess 0|2f ae 3|2f,0 aek 1|36 a 7 ea 25 - 37 ar 62|36,0,4b ak 4 eak 26|36,4 ang 2|36,5 ach 1
        36,5,4b ach 0|36,7,99 each 1|36,9 anh 1|36,9,4b anh 1 nh 45|36,f,4b at 0|36,13 ean 11 an 12
        36,13,4b an 3 oan 30|36,14 ab 10 eab 13|36,14,4b oab 9 ab 14|36,18 am 9 eam 14|36,19 ay 3 eay 29
        36,1a ar 1 ear 46|36,1b al 0|36,1c av 6 eav 19|36,1f,4b as 0|36,21 al 1|36,46 am 4 a 31 oam 47
        36,46,4 ang 2 eang 35|37 i 13 - 16 e 28|37,5 ich 4 ech 27|37,f et 5 it 22|37,f,8a itt 1
        37,11,92 itth 12 ith 12|37,13 en 1|37,14 eb 1|37,1a,38 erei 1|37,1b il 4 el 24|37,4d - 0
        38 ei 7 i 21 ey 47 - 69 dei 69|38,4 ing 0|38,19,4d ei 2|38,1b,3e eileu 3|39 ue 11 e 30 - 30 u 31
        39,0 oek 6 uek 21|39,4 oeng 8 ueng 16|39,4,a0 oengh 2|39,18 uem 10 oem 17 em 38|3a ueu 11 eu 13|3a,13 eun 2
        3b o 14 u 15 - 27|3b,0 ok 4 uk 25|3b,4 ong 5 ung 22|3b,e,99 on 2|3b,f ot 1|3b,11,92 utth 2|3b,13 un 1
        3b,1b ol 1|3b,1f,9f os 0|3b,46 um 3 om 29|3b,47 oh 1|3c u 10 ou 16 o 40|3c,0 uk 0|3c,4 oung 5 ung 21
        3c,13 oun 9 un 16|3c,17,38 ouphi 2|3c,1b ul 1|3c,1c ov 1|3d uo 6 u 20|3d,5 uoch 1|3d,13 uon 1|3d,1a uor 1
        3d,1b uol 1|3e aeu 12 eu 13 e 44|3e,4 aeung 9 eung 15|3e,18 eum 2|3e,19 aeuy 1|3f oea 2|3f,4 oeang 2
        40 ea 10 ie 16 i 47|40,0 iek 1|40,4 ieng 0|40,f iet 1|40,13 ien 1|40,14 ieb 2|40,1c iev 1|41 e 0 - 63
        41,4 eng 0|41,7,44 echo 2|41,9 enh 1|41,f et 1|41,13 en 1|41,1a er 1|41,1a,38 erei 1|41,47 eh 1
        42 ae 8 e 20 eae 38|42,0 aek 5 eaek 22|42,4 aeng 6 eaeng 28 eng 33|42,f aet 1|42,13 aen 1
        43 ai 13 ey 13 i 44 - 53|44 ao 12 ou 25 o 27 or 40 a 50|44,0 aok 7 ouk 21|44,4 aong 5 oung 27 ong 42
        44,12,37 ou 5 outhi 22|44,18 aom 3 om 30|44,1b aol 4 oul 33 ol 37|44,47 oh 13 uoh 16 aoh 28
        45 au 14 - 23 ov 26 v 39 u 51|46 um 15 am 20 m 29 om 34 - 61|46,e amn 2|46,16 amp 2|46,16,45 ampov 1
        47 eah 21 s 21 h 24 ah 24|49 a 10 - 16 r 41|49,36 a 0|49,3c,1c ov 2|49,42 ae 1|49,42,13 aen 2|4a - 1|4a,3b u 2
        4a,3b,13 un 2|4b - 1 h 52 t 57|4d - 1|50 a 11 - 18 oa 34|50,4,80 langk 2|50,4,82 langk 1|50,f,93 oatn 2
        50,13,8a oan 2|50,19 ey 2|50,1a oar 2|80 k 10 - 14|80,3c,1c kov 2|82 k 12 - 17 ko 32|82,3b,9 kunh 2
        82,44,1b koul 2|84 ng 1|85 ch 6|85,39,0 choek 2|87,36,19 cheay 1|8a - 9 t 20 d 34|8a,37 t 1|8a,37,17 tephe 3
        8a,38 dei 2|8a,3b,1b dol 1|8a,41,5 dach 1|8a,44 dao 2|8f - 1|91 t 12 - 13|91,39,4 tueng 1|91,39,18 ntuem 2
        91,47 teah 1|92 th 8 - 16|93 no 14 n 20 - 21|93,4 nong 2|93,36,19 nay 1|93,3b,4 nong 1|93,3b,1a nor 1
        93,3d,1b nuol 1|93,44,f naot 1|93,44,1a naor 7|94 ba 8 - 27 b 28|94,36 ba 1|94,36,1b bal 0|94,3c,4 boung 0
        94,3c,1c bov 3|96 p 7 - 22 pea 44|96,36,13 pean 0|98 m 14 - 16 ma 29|98,36 ma 2|98,38 mei 2|98,45 mau 3|99 - 0
        9a r 16 ro 20 ra 31 - 33 tr 54 a 64|9a,14,45 rabau 2|9a,16,3e rapeu 1|9a,20,18 raham 2|9a,20,98 rum 2
        9a,21,45 ralau 1|9a,36 rea 9 ra 15|9a,38 rei 9 krei 16|9a,3b ru 1|9a,3b,46 rum 10 rom 13|9a,3c,5 rouch 1
        9a,42 reae 10 rae 14|9a,44,18 raom 0|9b l 8 la 16|9b,36 la 2|9b,42,4 laeng 0|9c v 10 - 18 vea 39
        9c,36 va 7 vea 18|9c,36,19 vay 0|9f s 3 - 44 hs 45|9f,36 sa 4|9f,38 sei 3|a0 h 1|a2 - 1|a2,41,1a er 3
        a2,42,0 aek 1
        """
}
