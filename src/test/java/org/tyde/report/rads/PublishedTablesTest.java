package org.tyde.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every way through each calculator against the published table, written out row by row.
class PublishedTablesTest {
    private static void same(Calculator calculator, String published) {
        var told =
                Walked.ways(calculator).stream()
                        .map(Walked::line)
                        .collect(Collectors.toCollection(TreeSet::new));
        var wanted = published.lines().collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", wanted), String.join("\n", told));
    }

    /// PI-RADS v2 overall table (PMC6369533, Table 3) with the change of v2.1 in the transition zone, 2 with DWI 4 or 5
    /// to 3 (Turkbey, Eur Urol 2019; 76:340). `?` for the table without adequate DWI, of which there was one copy.
    @Test
    void piRadsTwoPointOne() {
        same(
                PiRads.V2_1,
                """
                zone=peripheral dwi=1 -> 1 -
                zone=peripheral dwi=2 -> 2 -
                zone=peripheral dwi=3 dce=negative -> 3 -
                zone=peripheral dwi=3 dce=not-done -> 3 -
                zone=peripheral dwi=3 dce=positive -> 4 -
                zone=peripheral dwi=4 -> 4 -
                zone=peripheral dwi=5 -> 5 -
                zone=transition t2=1 -> 1 -
                zone=transition t2=2 dwi=1 -> 2 -
                zone=transition t2=2 dwi=2 -> 2 -
                zone=transition t2=2 dwi=3 -> 2 -
                zone=transition t2=2 dwi=4 -> 3 -
                zone=transition t2=2 dwi=5 -> 3 -
                zone=transition t2=3 dwi=1 -> 3 -
                zone=transition t2=3 dwi=2 -> 3 -
                zone=transition t2=3 dwi=3 -> 3 -
                zone=transition t2=3 dwi=4 -> 3 -
                zone=transition t2=3 dwi=5 -> 4 -
                zone=transition t2=4 -> 4 -
                zone=transition t2=5 -> 5 -
                zone=no-diffusion t2=1 dce=positive -> 1? -
                zone=no-diffusion t2=1 dce=negative -> 1? -
                zone=no-diffusion t2=1 dce=not-done -> -? staging
                zone=no-diffusion t2=2 dce=positive -> 2? -
                zone=no-diffusion t2=2 dce=negative -> 2? -
                zone=no-diffusion t2=2 dce=not-done -> -? staging
                zone=no-diffusion t2=3 dce=positive -> 4? -
                zone=no-diffusion t2=3 dce=negative -> 3? -
                zone=no-diffusion t2=3 dce=not-done -> -? staging
                zone=no-diffusion t2=4 dce=positive -> 4? -
                zone=no-diffusion t2=4 dce=negative -> 4? -
                zone=no-diffusion t2=4 dce=not-done -> -? staging
                zone=no-diffusion t2=5 dce=positive -> 5? -
                zone=no-diffusion t2=5 dce=negative -> 5? -
                zone=no-diffusion t2=5 dce=not-done -> -? staging
                """);
    }

    /// Table 1 of the guideline, as Abbott and Vlahos 2019 (doi 10.1007/978-3-030-11149-6_5) print it.
    @Test
    void fleischnerOf2017() {
        same(
                Fleischner.V2017,
                """
                kind=solid number=single size=<6 risk=low -> - none
                kind=solid number=single size=<6 risk=high -> - optional-12
                kind=solid number=single size=6-8 risk=low -> - 6-12-consider-18-24
                kind=solid number=single size=6-8 risk=high -> - 6-12-then-18-24
                kind=solid number=single size=>8 -> - 3-pet-tissue
                kind=solid number=multiple size=<6 risk=low -> - none
                kind=solid number=multiple size=<6 risk=high -> - optional-12
                kind=solid number=multiple size=6-8 risk=low -> - 3-6-consider-18-24
                kind=solid number=multiple size=6-8 risk=high -> - 3-6-then-18-24
                kind=solid number=multiple size=>8 risk=low -> - 3-6-consider-18-24
                kind=solid number=multiple size=>8 risk=high -> - 3-6-then-18-24
                kind=ground-glass number=single size=<6 -> - none
                kind=ground-glass number=single size=>=6 -> - 6-12-then-every-2
                kind=part-solid number=single size=<6 -> - none
                kind=part-solid number=single size=>=6 -> - 3-6-annual-5
                kind=ground-glass number=multiple size=<6 -> - 3-6-consider-2-4-years
                kind=part-solid number=multiple size=<6 -> - 3-6-consider-2-4-years
                kind=ground-glass number=multiple size=>=6 -> - 3-6-most-suspicious
                kind=part-solid number=multiple size=>=6 -> - 3-6-most-suspicious
                """);
    }

    /// Russ 2017, as PMC6989479, Table 1, and Radiopaedia's page quote it.
    @Test
    void euTiRadsOf2017() {
        same(
                EuTiRads.V2017,
                """
                nodule=none -> 1 -
                nodule=cyst-or-spongiform -> 2 no-fna
                nodule=other suspicious=no pattern=iso-hyperechoic size=>20 -> 3 fna
                nodule=other suspicious=no pattern=iso-hyperechoic size=<=20 -> 3 below-threshold
                nodule=other suspicious=no pattern=mildly-hypoechoic size=>15 -> 4 fna
                nodule=other suspicious=no pattern=mildly-hypoechoic size=<=15 -> 4 below-threshold
                nodule=other suspicious=one-or-more size=>10 -> 5 fna
                nodule=other suspicious=one-or-more size=<=10 -> 5 fna-or-surveillance
                """);
    }

    /// Cells of the table on page 8 of the Core and the criteria of LR-M on page 22, as Radulator's audit reads them
    /// from the document, and as AASLD 2023 reprints the table.
    @Test
    void liRadsOf2018() {
        same(
                LiRads.V2018,
                """
                observation=degraded -> LR-NC -
                observation=in-vein -> LR-TIV -
                observation=benign -> LR-1 -
                observation=probably-benign -> LR-2 -
                observation=targetoid -> LR-M -
                observation=not-targetoid aphe=no -> LR-M -
                observation=not-targetoid aphe=nonrim size=<10 -> LR-M -
                observation=not-targetoid aphe=nonrim size=10-19 major=none -> LR-M -
                observation=not-targetoid aphe=nonrim size=10-19 major=capsule -> LR-M -
                observation=not-targetoid aphe=nonrim size=10-19 major=washout-or-growth -> LR-5 -
                observation=not-targetoid aphe=nonrim size=10-19 major=two-or-more -> LR-5 -
                observation=not-targetoid aphe=nonrim size=>=20 major=none -> LR-M -
                observation=not-targetoid aphe=nonrim size=>=20 major=capsule -> LR-5 -
                observation=not-targetoid aphe=nonrim size=>=20 major=washout-or-growth -> LR-5 -
                observation=not-targetoid aphe=nonrim size=>=20 major=two-or-more -> LR-5 -
                observation=other aphe=no size=<20 major=none -> LR-3 -
                observation=other aphe=no size=<20 major=capsule -> LR-3 -
                observation=other aphe=no size=<20 major=washout-or-growth -> LR-3 -
                observation=other aphe=no size=<20 major=two-or-more -> LR-4 -
                observation=other aphe=no size=>=20 major=none -> LR-3 -
                observation=other aphe=no size=>=20 major=capsule -> LR-4 -
                observation=other aphe=no size=>=20 major=washout-or-growth -> LR-4 -
                observation=other aphe=no size=>=20 major=two-or-more -> LR-4 -
                observation=other aphe=nonrim size=<10 major=none -> LR-3 -
                observation=other aphe=nonrim size=<10 major=capsule -> LR-4 -
                observation=other aphe=nonrim size=<10 major=washout-or-growth -> LR-4 -
                observation=other aphe=nonrim size=<10 major=two-or-more -> LR-4 -
                observation=other aphe=nonrim size=10-19 major=none -> LR-3 -
                observation=other aphe=nonrim size=10-19 major=capsule -> LR-4 -
                observation=other aphe=nonrim size=10-19 major=washout-or-growth -> LR-5 -
                observation=other aphe=nonrim size=10-19 major=two-or-more -> LR-5 -
                observation=other aphe=nonrim size=>=20 major=none -> LR-4 -
                observation=other aphe=nonrim size=>=20 major=capsule -> LR-5 -
                observation=other aphe=nonrim size=>=20 major=washout-or-growth -> LR-5 -
                observation=other aphe=nonrim size=>=20 major=two-or-more -> LR-5 -
                """);
    }

    /// Table 6 of the atlas, as the BI-RADS code system of HL7's breast radiology guide quotes it.
    @Test
    void biRadsFifthEdition() {
        same(
                BiRads.V5,
                """
                assessment=0 -> 0 incomplete
                assessment=1 -> 1 negative
                assessment=2 -> 2 benign
                assessment=3 -> 3 probably-benign
                assessment=4 suspicion=low -> 4A low
                assessment=4 suspicion=moderate -> 4B moderate
                assessment=4 suspicion=high -> 4C high
                assessment=4 suspicion=not-divided -> 4 suspicious
                assessment=5 -> 5 highly-suggestive
                assessment=6 -> 6 known
                """);
    }

    /// As RadElement set RDES267 words the table of categories, and as Christensen, Chest 2024; 165:738 tells it.
    @Test
    void lungRadsOf2022() {
        same(
                LungRads.V2022,
                """
                kind=none -> 1 year
                kind=solid seen=baseline size=<6 -> 2 year
                kind=solid seen=new size=<4 -> 2 year
                kind=part-solid seen=baseline size=<6 -> 2 year
                kind=ground-glass seen=baseline size=<30 -> 2 year
                kind=ground-glass seen=new size=<30 -> 2 year
                kind=ground-glass seen=growing size=<30 -> 2 year
                kind=ground-glass seen=growing size=>=30 -> no row
                kind=ground-glass seen=stable-slow -> 2 year
                kind=juxtapleural -> 2 year
                kind=airway finding=subsegmental -> 2 year
                kind=followed finding=was-3 -> 2 year
                kind=followed finding=was-4b-benign -> 2 year
                kind=solid seen=baseline size=6-<8 -> 3 half-year
                kind=solid seen=new size=4-<6 -> 3 half-year
                kind=part-solid seen=baseline size=>=6 core=<6 -> 3 half-year
                kind=part-solid seen=new-small -> 3 half-year
                kind=ground-glass seen=baseline size=>=30 -> 3 half-year
                kind=ground-glass seen=new size=>=30 -> 3 half-year
                kind=cyst finding=thick-lumen-grows -> 3 half-year
                kind=followed finding=was-4a -> 3 half-year
                kind=solid seen=baseline size=8-<15 -> 4A quarter
                kind=solid seen=growing size=<8 -> 4A quarter
                kind=solid seen=new size=6-<8 -> 4A quarter
                kind=part-solid seen=baseline size=>=6 core=6-<8 -> 4A quarter
                kind=part-solid seen=core-new-growing core=<4 -> 4A quarter
                kind=airway finding=segmental-baseline -> 4A quarter
                kind=airway finding=segmental-new -> no row
                kind=cyst finding=thin -> no row
                kind=cyst finding=thick -> 4A quarter
                kind=cyst finding=multilocular -> 4A quarter
                kind=cyst finding=became-multilocular -> 4A quarter
                kind=airway finding=segmental-stays -> 4B bronchoscopy
                kind=solid seen=baseline size=>=15 -> 4B evaluation
                kind=solid seen=new size=>=8 -> 4B evaluation
                kind=solid seen=growing size=>=8 -> 4B evaluation
                kind=part-solid seen=baseline size=>=6 core=>=8 -> 4B evaluation
                kind=part-solid seen=core-new-growing core=>=4 -> 4B evaluation
                kind=solid seen=slowly -> 4B evaluation
                kind=part-solid seen=slowly -> 4B evaluation
                kind=cyst finding=thick-wall-grows -> 4B evaluation
                kind=cyst finding=multilocular-grows -> 4B evaluation
                kind=cyst finding=multilocular-denser -> 4B evaluation
                kind=incomplete finding=prior -> 0 compare
                kind=incomplete finding=part -> 0 again
                kind=incomplete finding=infection -> 0 after-infection
                """);
    }

    /// Silverman, Radiology 2019; 292:475 as the Radiology Assistant (2022) and the audit of Radulator quote its tables.
    @Test
    void bosniakOf2019() {
        same(
                Bosniak.V2019,
                """
                modality=ct feature=nodule -> IV urology
                modality=ct feature=thick-irregular -> III urology
                modality=ct feature=minimally-thick -> IIF follow
                modality=ct feature=many-septa -> IIF follow
                modality=ct feature=few-septa -> II none
                modality=ct feature=not-enhancing -> no row
                modality=mr feature=nodule -> IV urology
                modality=mr feature=thick-irregular -> III urology
                modality=mr feature=minimally-thick -> IIF follow
                modality=mr feature=many-septa -> IIF follow
                modality=mr feature=few-septa -> II none
                modality=mr feature=not-enhancing -> no row
                modality=mr feature=t1-heterogeneous -> IIF follow
                modality=ct feature=homogeneous content=simple -> I none
                modality=ct feature=homogeneous content=hyperattenuating -> II none
                modality=ct feature=homogeneous content=nonenhancing -> II none
                modality=ct feature=homogeneous content=noncontrast-fluid -> II none
                modality=ct feature=homogeneous content=portal-21-30 -> II none
                modality=ct feature=homogeneous content=too-small -> II none
                modality=mr feature=homogeneous content=simple-mr -> I? none
                modality=mr feature=homogeneous content=t2-bright -> II? none
                modality=mr feature=homogeneous content=t1-bright -> II none
                """);
    }

    /// "1 (negative) to 5 (high suspicion of cancer)", 2+ to consensus: Eur Radiol 2022.
    @Test
    void nationalMammography() {
        same(
                NationalMammography.V1,
                """
                score=1 -> 1 negative
                score=2 -> 2 positive
                score=3 -> 3 positive
                score=4 -> 4 positive
                score=5 -> 5 high
                """);
    }

    /// Points as Figure 1 lists them, levels by their sum, advice by level and size.
    @Test
    void acrTiRadsOf2017() {
        var points =
                Map.ofEntries(
                        Map.entry("mixed", 1),
                        Map.entry("solid", 2),
                        Map.entry("iso-hyper", 1),
                        Map.entry("hypo", 2),
                        Map.entry("very-hypo", 3),
                        Map.entry("taller", 3),
                        Map.entry("lobulated", 2),
                        Map.entry("extension", 3));
        var foci = Map.of("macrocalcifications", 1, "rim", 2, "punctate", 3);
        var sized =
                Map.of(
                        "3 <15", "TR3 below-threshold",
                        "3 15-<25", "TR3 follow",
                        "3 >=25", "TR3 fna",
                        "4 <10", "TR4 below-threshold",
                        "4 10-<15", "TR4 follow",
                        "4 >=15", "TR4 fna",
                        "5 <5", "TR5 below-threshold",
                        "5 5-<10", "TR5 follow",
                        "5 >=10", "TR5 fna");
        var seen = new TreeSet<String>();
        for (var way : Walked.ways(AcrTiRads.V2017)) {
            int sum = 0;
            for (var answer : way.answers().given())
                sum +=
                        answer.option().equals("yes")
                                ? foci.getOrDefault(answer.question(), 0)
                                : points.getOrDefault(answer.option(), 0);
            int level = sum == 0 ? 1 : sum == 2 ? 2 : sum == 3 ? 3 : sum < 7 ? 4 : 5;
            var size = way.answers().to("size");
            var wanted =
                    sum == 1
                            ? "no row"
                            : level < 3
                                    ? "TR" + level + " no-fna"
                                    : sized.get(level + " " + size.orElseThrow());
            var line = Walked.line(way);
            assertEquals("-> " + wanted, line.substring(line.indexOf("->")), line);
            seen.add(wanted);
        }
        assertEquals(12, seen.size(), seen.toString());
    }

    @Test
    void everyWayHasWordsInBothLanguages() {
        for (var calculator : Calculator.all())
            for (var locale : new Locale[] {Locale.UK, Locale.of("nb", "NO")}) {
                var words = new RadsWords(calculator, locale);
                for (var way : Walked.ways(calculator)) {
                    var said = words.name() + words.scope() + calculator.source();
                    if (way.end() instanceof Step.Found found)
                        said += words.sentence(found) + words.reason(way.answers(), found);
                    assertFalse(said.contains("org.tyde"), said);
                }
            }
    }
}
