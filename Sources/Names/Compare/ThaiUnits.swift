/// Units of native letters with their Latin spellings, learned from half of the pairs of
/// the Thai districts of *thai-province-data* (Kongvut Sangkla, MIT licence).
///
/// Written by `daybreak-bench learn-names ../shared/data Sources/Names/Compare`; not to be edited. Each unit: the
/// symbols of `Graphemes` in hexadecimal, then Latin letters (`-` for none) and their cost in sixteenths of a nat.
enum ThaiUnits {
    static let text = """
        1 k 2 ok 42 ko 60 ka 76 - 79 ngk 90|1,1 kok 1|1,23 kr 0|1,23,30 kra 0|1,23,44 krai 1|1,25 kl 0|1,29,4c k 2
        1,2d ko 1|1,30 ka 0|1,33 kam 1|1,33,1e kamph 1|1,38 ku 1|1,38,7 kung 1|1,38,14 kut 0|1,39 ku 2|1,40,29 kase 2
        1,40,32 kao 1|1,41 kae 0|1,41,7 kaeng 1|1,41,27 kaeo 0|1,42 ko 2|2 kh 3 kha 37 - 46 k 59 kho 76
        2,21,34 khami 1|2,32 kha 1|2,32,21 kham 1|2,32,27 khao 0|2,38,19 khun 0|2,40 khe 3|2,40,15 khet 0
        2,40,27 khwao 1|2,40,32 khao 0|2,41,21 khaem 2|4 kh 3 k 35 kho 51 kha 63 a 76|4,23 akhon 11 khr 19 khon 28
        4,25,2d khlo 0|4,27,19 khuan 1|4,2d kho 0|4,32 kha 0|4,33 kham 0|4,35 khi 1|4,39 khu 0|4,39,2 khukh 2
        4,41 khae 1|4,42 kho 1|4,42,1 khok 0|4,4c - 1|6 kh 4|6,2d,7 khong 2|7 ng 1 ong 43 - 80 aeng 89 o 106
        7,4 ngkh 1|7,2b,4c ing 1|7,32,21 ngam 0|8 ch 4 t 34 cha 40 cho 56|8,23 chora 1|8,2d,21 chom 1|8,31 cha 1
        8,31,19 chan 0|8,33,1b champ 2|8,34,1 chik 2|8,35 chi 2|8,37,14 chuet 2|8,38 chu 3|8,40 ch 3|8,40,14 ched 1
        8,40,32 chao 1|8,41 chae 2|9 cha 8 ch 21 chal 42|9,34,21 chim 2|a ch 5 tcha 33 cha 45 cho 57 t 61 chon 72
        a,30 cha 1|a,31,22 chai 0|a,32 cha 1|a,32,7 chang 0|a,33 cham 1|a,35 chi 2|a,38,21 chum 0|a,40,34 choe 1
        a,44,22 chai 4 chaiy 26|b s 2 so 39|b,2d so 1|b,31,1a sap 1|b,32 sa 1|b,32,22 sai 2|b,41 sae 1|b,42 so 3
        d n 6 y 33 ya 33|12,40,32 thao 2|13 n 4 an 29|14 d 10 t 15 ot 47|14,7 dong 0|14,2d,19 don 0|14,32 da 1
        14,32,19 dan 1|14,33 dam 1|14,34,19 din 1|14,35 di 1|14,39 du 0|14,41,7 daeng 0|14,41,14 daet 2|14,47,8 adet 2
        15 t 5 ta 25 - 48|15,1 tok 1|15,19 ton 1|15,23 t 10 tr 13|15,2d to 1|15,30 ta 0|15,30,1 tak 1|15,30,4 takh 1
        15,32 ta 0|15,32,25 tan 1|15,33 tam 1|15,39,21 tum 1|15,40,22 toei 2|15,40,32 tao 1|15,42,30 to 3|15,43 tai 0
        16 th 7 t 31 tha 32 - 43|16,33 tham 1|17 th 8 t 23 tha 39 - 49 s 77|17,23 s 0|17,23,4c - 1|17,2d tho 1
        17,2d,7 thong 0|17,31 tha 1|17,31,1a thap 0|17,32 tha 0|17,38,7 thung 0|17,38,21 thum 1|17,40,1e thep 1
        17,44,22 thai 1|17,44,23 sai 0|18 th 6 tha 24 - 45|18,7 thong 1|18,23,23 tham 1|18,32 tha 1|18,32,15 that 1
        18,32,23 than 2|18,34,4c - 0|19 n 2 on 50 - 60 na 61 no 66 an 78 a 88|19,18,4c an 1|19,2d,7 nong 2
        19,2d,22 noi 0|19,32 na 0|19,33 nam 0|19,34 ni 1|19,42,19 non 0|19,43 nai 1|1a b 8 p 26 bo 34 op 47 - 54
        1a,2d bo 0|1a,31,27 bua 0|1a,32 ba 0|1a,32,7 bang 0|1a,32,19 ban 0|1a,36,7 bueng 0|1a,38 bu 0|1a,38,d bun 2
        1b p 1 - 56 po 65 pa 73|1b,17,38 pathu 1|1b,23 pr 1|1b,23,30 pra 0|1b,23,32 pra 0|1b,25 pl 2|1b,25,32 pla 1
        1b,2d po 1|1b,32 pa 0|1b,32,1 pak 0|1b,42,7 pong 1|1c ph 5 pha 25|1c,25,44 phail 2|1c,31,1 phak 1|1c,32 pha 0
        1c,36 phue 1|1c,37,2d phue 2|1c,44 phai 0|1d f 1|1d,32 fa 3|1d,32,22 fai 2|1d,41,1 faek 2
        1e ph 4 pha 36 p 43 phan 65 pho 68 - 70|1e,d,32 phaya 1|1e,22,4c p 1|1e,23 phr 8 phon 16|1e,23,30 phra 0
        1e,23,38 phru 2|1e,23,41 phrae 1|1e,23,44 phrai 3|1e,25 phl 8 phon 16|1e,25,35 phli 2|1e,25,39 phlu 2
        1e,31 ph 6|1e,31,7 phang 1|1e,34 phi 0|1e,38 phu 1|1e,40,a phet 2|1e,41 phae 1|1e,42 pho 0|1e,42,19 phon 0
        1f f 4|1f,32 fa 1|1f,44 fai 2|20 ph 2 pha 37|20,39 phu 0|20,39,21 phum 1|20,40,32 phao 1
        21 m 1 om 45 ma 72 - 72|21,20,39 omphu 3|21,27,7 muang 0|21,2b,32 maha 1|21,30 ma 0|21,39,25 mun 2|21,41 mae 0
        21,41,2a maes 6|21,44 mai 0|22 y 9 i 17 yo 49 ya 63|22,13,4c rai 3|22,21 yom 2|22,2d yo 1|22,2d,14 yot 3
        22,32 ya 0|22,32,7 yang 0|22,32,27 yao 1|22,37,19 yuen 3|22,40,47 ye 1|22,4c - 0
        23 r 15 - 24 n 32 ra 37 ro 43 on 48 ar 56 an 71|23,4,4c an 1|23,13,4c n 1|23,23,13 an 8 n 17|23,2d ro 0
        23,30 ra 0|23,31 ra 0|23,31,7 rang 1|23,31,15 ratta 2|23,32 ra 1 - 48|23,32,a rat 10 arat 14|23,34 ri 1
        23,34,1 rik 1|23,34,d aroen 1|23,34,21 rim 2|23,35 ri 0|23,37,2d rue 1|23,38 ru 1|23,39 ru 1|23,39,14 rut 3
        23,41 rae 1|23,41,15 raet 2|23,42,7 rong 1|23,44 rai 0|23,4c - 3|25 l 7 n 28 on 37 - 47 la 55|25,27,7 luang 2
        25,2d lo 1|25,2d,7 long 1|25,2d,22 loi 1|25,30 la 1|25,32 la 1|25,32,14 lat 0|25,32,22 lai 1|25,33 lam 0
        25,34 li 1|25,35 li 1|25,36,1 luek 2|25,37,2d lue 3|25,38 lu 0|25,38,21 lum 2|25,40,32 lao 1|25,41 lae 1
        25,42 lo 1|25,44 lai 1|27 w 8 o 33 ua 33 wo 43 wa 55 - 65|27,7 uang 0|27,19 uan 0|27,22 uai 1|27,31 wa 1
        27,31,7 wang 0|27,31,d wan 1|27,31,14 wat 0|27,32 wa 0|27,32,7 wang 0|27,32,22 wai 1|27,34 wi 1
        27,41,7 waeng 1|28 s 9 t 28 - 29 sal 46|28,23,35 si 0|28,32 sa 1|28,32,25 sal 1|28,34,25 sil 1|28,40,29 set 2
        29 s 2 t 39|29,e,23 t 1|29,32 sa 2|29,4c - 2|2a s 10 sa 21 t 44 so 44 - 52|2a,16,4c t 2|2a,1a sop 1
        2a,21 som 1|2a,23 s 1|2a,23,30 sa 0|2a,27 saw 0|2a,27,19 suan 1|2a,30 sa 0|2a,31 sa 1|2a,31,1 sak 1
        2a,31,19 san 0|2a,32 sa 0|2a,32,21 sam 0|2a,33 sam 1|2a,33,23 samr 0|2a,34 si 1|2a,35 si 0|2a,38 su 0
        2a,38,2 suk 1|2a,40 se 14 sa 19 s 21|2a,40,32 sao 1|2a,41 sae 1|2a,41,19 saen 1|2a,42 so 1|2a,42,19 sano 2
        2b h 11 - 12 ha 54|2b,d,32 ya 1|2b,19 n 0|2b,19,2d no 0|2b,21 m 0|2b,21,2d mo 1|2b,21,39 mu 2|2b,21,43 mai 0
        2b,25 l 0|2b,25,27 lua 1|2b,25,38 lu 2|2b,25,41 lae 1|2b,27 w 1|2b,27,22 huai 0|2b,27,32 wa 0|2b,2d ho 1
        2b,31,27 hua 0|2b,32 ha 0|2b,32,14 hat 1|2b,34,19 hin 0|2b,43,d yai 0|2d - 6 o 22 a 45|2d,1 ok 0|2d,7 ong 1
        2d,19 on 0|2d,21 om 0|2d,22 oi 0|2d,38 u 0|2e h 1|2e,35 hi 2|2e,44 hai 2|30 a 4 - 27|30,25 al 1|30,25,40 ale 1
        31 a 6 at 32 u 38 - 44|31,1 ak 0|31,7 ang 0|31,12 attha 0|31,14 at 1|31,19 an 0|31,1a ap 1|31,22 ai 1
        31,27 ua 0|32 a 2 - 46 ha 63 ao 64 an 69|32,1 ak 1|32,7 ang 0|32,d an 1|32,14 at 0|32,19 an 0|32,1a ap 1
        32,21 am 1|32,22 ai 0|32,27 ao 0|32,28 at 1|33 am 3 m 44 - 45|34 i 11 - 13 oe 52|34,4,21 ikhom 1|34,7 ing 0
        34,15 it 1|34,19 in 0|34,27 io 1|34,4c - 3|35 i 0 a 70|35,1a ip 3|35,22,7 iang 10 ang 16|35,22,19 ian 2
        35,23,35 iri 1|36 ue 2|36,1 uek 2|36,7 ueng 1|37 ue 9 - 20|37,19 uen 1|37,2d ue 1|38 u 7 - 19 ut 46|38,7 ung 0
        38,14 ut 1|38,14,21 udom 2|38,19 un 2|38,21 um 0|38,23,35 uri 0|39 u 0|39,25 un 2|40 e 4 - 27 en 63 ha 64
        40,15 et 2|40,22 oei 1|40,32 ao 0|40,32,30 o 0|40,34,7 oeng 0|40,34,14 oet 2|40,34,19 oen 0|40,34,21 oem 1
        40,35,22 ia 0|40,37,2d uea 0|40,47 e 1|40,47,1 ek 0|40,47,7 eng 1|40,47,14 et 1|40,47,19 en 2
        41 ae 4 a 32 - 47|41,1 aek 1|41,7 aeng 0|41,19 aen 0|41,27 aeo 1|41,30 ae 1|42 o 0|42,1 ok 1|42,7 ong 0
        42,19 on 7 no 18|42,30 o 1|43 ai 3 - 33|44 ai 0|47 - 6|47,14 et 2|4c - 0
        """
}
