/** Whether a span is a quote: features of `quote-signs.ts`, in the form of `readWeights`. Fitted by `scripts/fit-quote-weights.ts`. */
export const quoteWeights = `Zbefore-quote(|Ythat |Xdet |Wbefore-far-weak |VAdet |UIfalse |T9-15 |Sprep |Rbefore-far(|Qcolon |Pstop |Oword |NAbe |Mname |Lbefore-far-weak(|Kcomma |Jends=(|Ifinite=(|HDafter |Gsize=(|Fbefore-far |EBno |Ddirect=(|Cnone |Btitled=(|Aprevious=(

bias -2,
closed=(true -1),
cue=(adding 11,asked 17,called 6,calling 18,C-5,saying 15,says 21,telling 14,told -15,tweeted 12),
Dafter(AQ14,K16,C4)),after-far(AC8)),before(N15,Q11,K8,cue 12,M12,possessive -11,O19)),RN4,K6,conj 18,X6,M16,S5,Y10)),LAO5)),ZN16,K16,X19)),colon(AQ13))),
hyphen=(false -2),
long=(false(Dbefore(E11)),RE11)),LE6)),before-weak(E5)),none(E-4)))),true(Dafter(E7)),after-far(E10)),before(E18)),RE11)),LE6)),ZE9)),colon(E12)),none(E5))))),
next=(conj(N22,X14,M14,S9,O10),G3-4 9)),cue(JC-2),N21,C3),G16+ 8,30+ 11,5-8 27,T12)),det(AC10),G1 8,16+ 9,T9)),name(JC5),AC11,O14),G16+ 5,30+ 5,5-8 22,T5)),none(JP4),N9,Q6,K10,cue 9,X27,M14,C3,pronoun 14),G16+ 6,30+ 6,T6)),prep(JC4),N30,M16,C20,O7),G1 10,5-8 11,T10)),pronoun(JC2),AC13),G16+ 5,5-8 23,T6)),that(V16),G2 9)),word(AO4),GT12))),
opens=(inside(Dbefore 4,F3,W4,before-quote 11,before-weak 9,Q13)),paragraph(H6,after-far 8,C-4)),sentence(H6,C5))),
person=(false(U-4)),true(Itrue 5))),
second=(comma(V-19,C16)),he(Acue 16)),is(V17)),name(AC-3,S-11)),number(AC16)),on(Apossessive -15)),said(AK14,C15)),she(N13)),that(Apossessive 17)),wrote(AC11))),
shape=(inside(cap(C-5,P-3),C4,P9),paragraph(cap(P4)),sentence(cap(P14))),
G1(DF9),U-2),N6,conj 16)),16+( 8,H7,F8,C9),JC9,P6),U11,true 8),AK6,C7,S11),E8)),2(H8),V6,M20,C10,possessive 7)),3-4(H8,F-4,W10),V6,C9,O5),E10)),30+( 8,H8,F9,C8),JC10,P7),Itrue 8),AK7,C7),E8)),5-8(H3,F6),JP3),Itrue 4),AQ16,K6,cue 9,X15,M18,C4,Y11),E6)),9-15( 8,H8,F8,before-weak 9,C9),JC10,P6),U12,true 8),N8,Q6,K9,conj 14,M13,C7,S10,O10),E8))),
Bno(Acue 4,mark 14,C4,S3,Y16,O2))),
word=(an 12,as 14,Q8,had 17,has 15,he 16,him 16,mark 14,Y19,were 17),
work=(false(E5))),
`;
