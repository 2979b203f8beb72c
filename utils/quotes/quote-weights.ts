/** Whether a span is a quote: features of `quote-signs.ts`. Fitted by `scripts/fit-quote-weights.ts`; the form is that of `readWeights`. */
export const quoteWeights = `Z5-8 |Ybefore-quote(|Xthat |Wdet |VAdet |UG16+ |Tname |S9-15 |Rprep |Qbefore-far(|Pcolon |Ostop |NAcolon |MAbe |Lword |Kbefore-far |Jfinite=(|IDafter |Hcomma |Gsize=(|FCno |Eends=(|Ddirect=(|Ctitled=(|Bnone |Aprevious=(

bias -1,
cue=(adding 10,asked 19,called 7,calling 21,B-5,said -3,saying 16,says 14,telling 16,told -13,tweeted 12),
Dafter(AH17,B4)),after-far(AB8)),before(M18,P9,H8,cue 10,T14,possessive -11,L18)),QM4,H6,conj 16,W5,T15,R6,X8)),before-far-weak(AR7,L6)),YM14,H15,W22)),colon(N14))),
hyphen=(false -1),
long=(false(Dbefore(F12)),QF8)),none(F-7)))),true(Dafter(F5)),after-far(F9)),after-ing(F17)),before(F20)),QF10)),YF12)),colon(F9)),none(F4))))),
next=(conj(EB6),M21,W12,R8),G3-4 5)),cue(EB-4),M21,B4),U11,30+ 10,Z26,S10)),det(AB9),G1 12,16+ 9,2 12,S8)),name(EB6),AH15,B9,L14),U5,30+ 4,Z22,S4)),none(EO4),M12,P4,H9,cue 11,W30,B2,pronoun 14),U6,30+ 7,Z2,S6)),prep(EB6),M27,T15,B16,L5),G1 10,Z10,S8)),pronoun(EO10),AB13),U6,Z24,S6)),that(V18),G2 10)),word(U13))),
opens=(inside(Dbefore-far-weak 2,before-weak 7,P14,B-3)),paragraph(I6,after-far 8,B-6)),sentence(I7,B5))),
person=(false(Jfalse -5)),true(Jtrue 4))),
second=(as(V8)),comma(V-17,B16)),he(Acue 18)),is(V19)),it(M13)),name(AB-2,R-10)),number(AB16)),on(Apossessive -16)),said(N8,H16,B15)),that(Apossessive 17)),wrote(AB11))),
shape=(inside(cap(B-4,O-2),B4,O9),paragraph(cap(O5)),sentence(cap(O12))),
G1(DK9),EB-3),M7,conj 17)),16+( 8,I7,K6,B9),EB9,O6),Jfalse 9,true 7),N7,H6,B7,R12,L10),F8)),2(Dbefore-quote 11),V4,T20,B10,possessive 7)),3-4(I6,before-far-weak 9),AB8,L6),F9)),30+( 8,I7,K6,B8),EB9,O7),Jtrue 8),N6,H6,B7),F8)),5-8(I2,K5),EO3),Jtrue 4),N17,H8,W20,T21,B3,X9),F4)),9-15( 8,I8,K8,before-weak 11,B9),EB10,O6),Jfalse 12,true 7),M8,P6,H8,conj 13,B6,R9,L8),F8))),
Call(AR-9)),no(Acue 5,W3,mark 15,B4,R3,X17,L4))),
word=(an 11,as 14,P7,had 17,has 12,he 17,him 14,mark 15,B1,X18,were 18),
work=(false(F6))),`;
