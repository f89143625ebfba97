using CsCheck;
using CtVoice.Core.Representation;
using CtVoice.Testing.Properties;

namespace CtVoice.Core.Tests.Representation;

/// <summary>Figures that others have published, to the digits that they printed, and what must hold for any figures.</summary>
public sealed class PublishedExamplesTests
{
    [Fact]
    public void The_Wilson_interval_is_that_of_a_trial_of_heart_attacks()
    {
        // Micheloud, Held: Clinical Biostatistics, Table 8.2 (APSAC study), heparin: 19 of 151 died, 12.6% (8.2% to 18.8%).
        var figures = FourFoldTable.InTheData(19, 151);
        Assert.Equal((12.6, 8.2, 18.8),
            (Math.Round(100 * figures.Share, 1), Math.Round(100 * figures.ShareLow, 1), Math.Round(100 * figures.ShareHigh, 1)));
    }

    [Theory]
    // Newcombe (1998), Statistics in Medicine 17, 857-872, Table I: score method without continuity correction.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_intervals_are_those_of_Newcombes_comparison_of_methods(long count, long people, double low, double high)
    {
        var figures = FourFoldTable.InTheData(count, people);
        Assert.Equal((low, high), (Math.Round(figures.ShareLow, 4), Math.Round(figures.ShareHigh, 4)));
    }

    [Fact]
    public void The_Katz_interval_is_that_of_aspirin_after_blood_clots()
    {
        // Moore, McCabe, Craig: Introduction to the Practice of Statistics, 9th edition, example 8.18: 45 of 411 with aspirin
        // and 73 of 411 without; relative risk 62%, 95% interval 44% to 87%.
        var figures = new FourFoldTable(45, 45 + 73, 411, 411 + 411).Figures(null);
        Assert.Equal(0.62, figures.RiskRatio!.Value, 2);
        Assert.Equal((0.44, 0.87), (Math.Round(figures.RiskRatioLow!.Value, 2), Math.Round(figures.RiskRatioHigh!.Value, 2)));
    }

    [Fact]
    public void The_disproportionality_index_is_that_of_the_bulletin_of_the_juvenile_judges()
    {
        // National Council of Juvenile and Family Court Judges, Technical Assistance Bulletin, May 2011: 40% of the children who
        // enter care against 20% of the children there are: 2.0.
        Assert.Equal(2.0, new FourFoldTable(40, 100, 2000, 10000).Figures(null).Index!.Value, 10);
    }

    // Bollmer, Bethel, Munk, Bitterman: Methods for Assessing Racial/Ethnic Disproportionality in Special Education (IDEA Data
    // Center, May 2014), whose risk ratio is the one of 34 CFR 300.647; the counts of its examples as the Disproportionality
    // Technical Assistance Tool (Algozzine, Wang, Wang, 2017) prints them beside its page numbers.
    [Theory]
    // pp. 16-17, intellectual disabilities, Black or African American: 5.08% against 1.98% of all others, risk ratio 2.57.
    [InlineData(316, 1222, 6224, 52034, 5.08, 1.98, 2.57)]
    // pp. 18-19, inside the regular class less than 40% of the day, Hispanic or Latino: 12.60% against 11.24%, 1.12.
    [InlineData(98, 502, 778, 4373, 12.60, 11.24, 1.12)]
    // pp. 19-20, suspended or expelled ten days or less, Asian: 0.45% against 0.49%, 0.92.
    [InlineData(1, 32, 221, 6554, 0.45, 0.49, 0.92)]
    public void Risk_ratios_are_those_of_the_IDEA_Data_Center(
        long identified, long allIdentified, long enrolled, long allEnrolled, double risk, double riskOfOthers, double ratio)
    {
        Assert.Equal((risk, riskOfOthers), (Percent(identified, enrolled), Percent(allIdentified - identified, allEnrolled - enrolled)));
        var figures = new FourFoldTable(identified, allIdentified, enrolled, allEnrolled).Figures(null);
        Assert.Equal(ratio, Math.Round(figures.RiskRatio!.Value, 2));
    }

    [Fact]
    public void The_disproportionality_index_is_one_more_than_the_relative_difference_of_the_IDEA_Data_Center()
    {
        // The same guide, pp. 54-55: 25.86% of the children identified, 13.90 points and 116.19% above their share of enrolment.
        var figures = new FourFoldTable(316, 1222, 6224, 52034).Figures(null);
        Assert.Equal(25.86, Math.Round(100 * figures.Share, 2));
        Assert.Equal(13.90, Math.Round(100 * (figures.Share - figures.ComparisonShare!.Value), 2));
        Assert.Equal(116.19, Math.Round(100 * (figures.Index!.Value - 1), 2), 2);
    }

    [Fact]
    public void Whatever_the_counts_the_index_of_everybody_is_one_and_intervals_hold_their_estimates()
    {
        var cases =
            from comparison in Gen.Long[1000, 4_000_000]
            from @group in Gen.Long[30, comparison - 501]
            from people in Gen.Long[20, Math.Min(comparison, 200_000) - 1]
            from inData in Gen.Long[Math.Max(0, people - (comparison - @group)), Math.Min(@group, people)]
            select (inData, people, @group, comparison);
        cases.Hold(2000, one =>
        {
            var (inData, people, group, comparison) = one;
            var figures = new FourFoldTable(inData, people, group, comparison).Figures(null);
            Assert.InRange(figures.Share, figures.ShareLow, figures.ShareHigh);
            Assert.InRange(figures.RiskRatio!.Value, figures.RiskRatioLow!.Value, figures.RiskRatioHigh!.Value);
            Assert.Equal(1, new FourFoldTable(people, people, comparison, comparison + 1).Figures(null).Index!.Value * comparison
                / (comparison + 1), 9);
            if (inData < Math.Min(group, people))
            {
                var more = new FourFoldTable(inData + 1, people, group, comparison).Figures(null);
                Assert.True(more.Index > figures.Index
                    && more.RiskRatio >= figures.RiskRatio, $"One person more lowers the figures of {inData} of {people}.");
            }
        });
    }

    private static double Percent(long some, long all) => Math.Round(100.0 * some / all, 2);
}
