using CtVoice.Core.Board;

namespace CtVoice.Core.Tests.Board;

public sealed class VacanciesTests
{
    private static readonly DateOnly Today = new(2027, 2, 1);
    private static readonly Dictionary<string, string> Broader = new() { ["2180-8"] = "2135-2" };

    private static IReadOnlyList<Vacancy> Of(IReadOnlyList<Member> board, params IReadOnlyList<string>[] touched) =>
        Vacancies.Of(touched, board, Today, Broader);

    [Fact]
    public void Populations_without_anybody_come_first_then_those_that_most_projects_touched()
    {
        Member[] board = [Residents.Resident("m-01", "2180-8", "poverty"), Residents.Resident("m-02", "poverty")];

        Assert.Equal(
            [
                new("2054-5", 1, 0, Seating.None), new("2135-2", 2, 1, Seating.Few), new("2180-8", 1, 1, Seating.Few),
                new("poverty", 2, 2, Seating.Enough),
            ],
            Of(board, ["2135-2", "poverty", "poverty"], ["2135-2", "2054-5"], ["2180-8", "poverty"]));
    }

    [Fact]
    public void A_narrower_word_counts_for_the_broader_and_never_the_other_way()
    {
        Assert.Equal(0, Assert.Single(Of([Residents.Resident("m-01", "2135-2")], ["2180-8"])).Members);
        Assert.Equal(1, Assert.Single(Of([Residents.Resident("m-01", "2180-8")], ["2135-2"])).Members);
    }

    [Fact]
    public void Who_has_left_or_does_not_serve_today_sits_on_no_board()
    {
        var serving = Residents.Resident("m-01", "poverty");
        Member[] board =
        [
            serving with { State = MemberState.Paused }, serving with { State = MemberState.Left }, serving with { Erased = true },
            serving with { Term = new(new(2020, 1, 1), Today.AddDays(-1)) }, serving with { Term = new(Today.AddDays(1)) },
            serving with { Term = new(Today, Today) },
        ];

        Assert.Equal(2, Assert.Single(Of(board, ["poverty"])).Members);
    }

    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "1 to 10")]
    [InlineData(10, "1 to 10")]
    [InlineData(11, "11 or more")]
    [InlineData(300, "11 or more")]
    public void What_leaves_the_office_tells_no_number(int members, string says) => Assert.Equal(says, Vacancies.Outside(members));
}
