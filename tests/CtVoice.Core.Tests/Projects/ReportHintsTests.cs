using System.Diagnostics;
using CtVoice.Core.Projects.Publishing;

namespace CtVoice.Core.Tests.Projects;

public sealed class ReportHintsTests
{
    [Theory]
    [InlineData("Town\tChildren\tTotal\nNorwich\t7\t1,410\n", 2, "Norwich: 7")]
    [InlineData("| Town | Children | Total |\n|---|---|---|\n| Norwich | 10 | 400 |", 3, "Norwich: 10")]
    [InlineData("Town;Children;Total\nNorwich;1;400", 2, "Norwich: 1")]
    [InlineData("In the town, three Black students left school.", 1, "three black students")]
    [InlineData("We saw 5 families.", 1, "5 families")]
    [InlineData("Town,Residents,Total\nNorwich,3,400", 2, "Norwich: 3")]
    [InlineData("Town,Incarcerated,Total\nNorwich,3,400", 2, "Norwich: 3")]
    [InlineData("Town,Language learners,Total\nNorwich,3,400", 2, "Norwich: 3")]
    [InlineData("Town,Children under age 5,Total\nNorwich,3,400", 2, "Norwich: 3")]
    public void A_count_of_one_to_ten_is_a_hint(string draft, int line, string found)
    {
        var hint = Assert.Single(Of(draft, "small-numbers"));

        Assert.Equal((line, found), (hint.Line, hint.Found));
    }

    [Theory]
    [InlineData("Town,Children,Total\nNorwich,11,400\nGroton,0,300")]
    [InlineData("Year,Average age,Percent of people\n2021,7,9%\n2022,8,8%")]
    [InlineData("Town,People per household,Grades,Arrest rates,% of residents\nNorwich,3,4,5,6")]
    [InlineData("In grade 5 students read more. 5 percent of 400 people moved. One in 10 people is poor.")]
    public void A_larger_count_a_year_a_grade_and_a_percentage_are_none(string draft) => Assert.Empty(Of(draft, "small-numbers"));

    [Theory]
    [InlineData("Town,Girls,Boys,Total\nNorwich,*,45,52\nGroton,40,41,81", "Norwich")]
    [InlineData("Town,Children,Adults\nNorwich,<11,45\nGroton,40,41\nTotal,47,86", "Children")]
    public void A_hidden_count_that_can_be_worked_out_from_a_total_is_a_hint(string draft, string found) =>
        Assert.Contains(Of(draft, "small-numbers"), h => h.Found == found && h.Says.Contains("worked out", StringComparison.Ordinal));

    [Fact]
    public void Two_hidden_counts_of_a_line_cannot_be_worked_out() =>
        Assert.Empty(Of("Town,Girls,Boys,Total\nNorwich,*,*,52\nGroton,40,41,81", "small-numbers"));

    [Theory]
    [InlineData("Group,Percent\nBlack,32%\nWhite,11%\nAll,18%", "percentages and no count")]
    [InlineData("Group,Arrest rate,People,Total\nBlack,32,400,900\nAll,18,800,1000", "what it is per")]
    [InlineData("Group,People\nBlack,410\nWhite,900", "No line or column for everybody")]
    [InlineData("A third stayed. 32% left.", "without the number of people")]
    [InlineData("Of them 32% of 410 left.", "nothing beside it")]
    public void What_figures_lack_is_a_hint(string draft, string says) =>
        Assert.Contains(Of(draft, "comparators"), h => h.Says.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Figures_with_their_count_and_a_comparison_lack_nothing()
    {
        Assert.Empty(Of("Group,People,Percent\nBlack,410,32%\nAll,1800,18%", "comparators"));
        Assert.Empty(Of("32% of 410 Black residents left, compared with 18% of 1,800 statewide.", "comparators"));
    }

    [Fact]
    public void Groups_that_a_draft_does_not_name_are_listed_once_it_names_two()
    {
        var hint = Assert.Single(Of("Group,People\nBlack,410\nWhite,900\nAll,1500", "labels"));

        Assert.StartsWith("Groups that it does not name: American Indian or Alaska Native; Asian; Hispanic or Latino", hint.Says,
            StringComparison.Ordinal);
        Assert.Empty(Of("Black residents, 410 in all.", "labels"));
        Assert.StartsWith("Groups that it does not name: American Indian or Alaska Native; Black",
            Assert.Single(Of("Native Hawaiian, Asian Indian, West Indian and White residents.", "labels")).Says, StringComparison.Ordinal);
        Assert.Empty(Of("American Indian, Asian, Black, Latino, Middle Eastern, Native Hawaiian and White residents.", "labels"));
    }

    [Theory]
    [InlineData("At-risk youth are the minority.", "deficit-framing", "at-risk")]
    [InlineData("The achievement gap grew.", "deficit-framing", "achievement gap")]
    [InlineData("The homeless and the poor.", "labels", "the homeless")]
    [InlineData("More Hispanics than Whites came.", "labels", "hispanics")]
    public void Words_often_heard_as_blame_come_with_others_that_could_stand_there(string draft, string item, string found)
    {
        var hint = Assert.Single(Of(draft, item), h => h.Found == found);

        Assert.StartsWith("Often heard as blame or as a label: ", hint.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_are_no_hint() =>
        Assert.Empty(ReportHints.Read("The poorly lit street. Risk is shared. Minors sign with a parent. White paper of 2026.").Hints);

    [Fact]
    public void A_reading_has_hints_and_never_a_score() =>
        Assert.Equal(["Hints", "Lines", "More", "Tables"], typeof(ReportReading).GetProperties().Select(p => p.Name)
            .Where(n => n != "EqualityContract").Order(StringComparer.Ordinal));

    [Fact]
    public void No_more_than_sixty_hints_are_given_and_the_rest_is_counted()
    {
        var reading = ReportHints.Read(string.Join('\n', Enumerable.Repeat("5 families left.", 100)));

        Assert.Equal((60, 40), (reading.Hints.Count, reading.More));
    }

    [Theory]
    [InlineData("a,b\n")]
    [InlineData("a\tb\nc\td\te\n")]
    [InlineData("|")]
    [InlineData("5 ")]
    [InlineData("the ")]
    [InlineData("32% ")]
    [InlineData("\"\"\",;\t")]
    [InlineData("<script>alert(1)</script>,\u202E\0")]
    public void What_is_pasted_to_make_it_slow_takes_time_in_step_with_its_length(string piece)
    {
        static string Of(string piece, int length) =>
            string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        _ = ReportHints.Read(Of(piece, 1000));
        var clock = Stopwatch.StartNew();

        _ = ReportHints.Read(Of(piece, ReportHints.Longest));
        _ = ReportHints.Read(Of(piece, ReportHints.Longest * 20));

        // Quadratic work on fifty thousand characters takes minutes; what is beyond them is not read.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static List<ReportHint> Of(string draft, string item) => [.. ReportHints.Read(draft).Hints.Where(h => h.Item == item)];
}
