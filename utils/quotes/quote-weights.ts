/** Whether a span is a quote: features of `quote-signs.ts`, in the form of `readWeights`. Fitted by `scripts/fit-quote-weights.ts`. */
export const quoteWeights = `Zthat |Ydet |Xbefore-far-weak |Wcolon |VAbe |UHfalse |TAdet |Sbefore-far(|Rword |Qstop |P9-15 |Obefore-quote(|NAcolon |Mname |Lbefore-far-weak(|Kcomma |Jbefore-far |Isize=(|Hfinite=(|GDafter |Fends=(|EBno |Ddirect=(|Cnone |Btitled=(|Aprevious=(

bias -2,
closed=(true -1),
cue=(added 7,adding 11,asked 17,called 7,calling 17,C-5,saying 16,says 21,telling 14,told -16,tweeted 12),
Dafter(N14,K15,C4)),after-far(AC8)),before(V17,W12,K8,cue 13,M12,R19)),SV4,K6,conj 18,Y4,M15,Z10)),LAR7)),OV17,K15,Y19)),colon(N13))),
hyphen=(false -2),
long=(false(Dbefore(E11)),SE12)),LE7)),OE6)),before-weak(E5)),none(E-4)))),true(Dafter(E7)),after-far(E10)),before(E17)),SE11)),LE6)),OE11)),colon(E12)),none(E5))))),
next=(conj(FC3),V21,Y11,M15,prep 7,R8),I3-4 8)),cue(FC-1),V21,C4),I16+ 8,30+ 12,5-8 26,P12)),det(AC10),I1 9,16+ 10,P9)),name(FC5),AK12,C11,R15),I16+ 5,30+ 5,5-8 21,P6)),none(FQ4),V9,W6,K10,cue 10,Y26,M15,C3),I16+ 7,30+ 7,5-8 2,P6)),prep(FC4),V30,M16,C18,R8),I1 11,5-8 10,P10)),pronoun(FC6),AC11),I16+ 4,5-8 21,P5)),that(T19)),word(I1 4,P12))),
opens=(inside(Dbefore 3,J3,X4,before-quote 6,before-weak 9,W13)),paragraph(G6,after-far 8)),sentence(G6,C6))),
person=(false(U-4)),true(Htrue 5))),
second=(as(T8)),comma(T-19,C16)),he(Acue 16)),is(T17)),name(AC-3,prep -11)),number(AC15)),on(Apossessive -17)),quote(Aconj 6)),said(AK15,C14)),she(V13)),that(Apossessive 16)),to(AR12)),wrote(AC11))),
shape=(inside(cap(C-5,Q-3),C3,Q9),paragraph(cap(Q4)),sentence(cap(Q14))),
I1(DJ9),U-3),Aconj 14)),16+( 8,G7,J9,C8),FC9,Q7),U11,true 8),AK5,C7),E8)),2(G8),T6,M20,C9,possessive 7)),3-4(G8,X9),T5,C9,R6),E10)),30+( 8,G8,J7,C8),FC10,Q7),Htrue 8),N7,K7,C7),E8)),5-8(G4,J6),FQ2),Htrue 4),N16,K7,cue 9,Y16,M18,C4,Z11),E6)),9-15( 8,G8,J8,before-weak 10,C9),FC10,Q6),U13,true 8),N7,K9,conj 13,M13,C6,prep 10,R10),E8))),
Bno(Acue 4,mark 15,C4,prep 4,pronoun 13,Z17))),
word=(an 11,as 14,W7,had 19,has 15,he 15,him 16,mark 15,Z19,were 16),
work=(false(E4))),
`;
