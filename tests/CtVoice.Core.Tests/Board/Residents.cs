using CtVoice.Core.Board;

namespace CtVoice.Core.Tests.Board;

/// <summary>Fictional members for tests: able to be asked, unless a test says otherwise.</summary>
internal static class Residents
{
    public static readonly DateOnly Opens = new(2027, 5, 3);
    public static readonly DateOnly Closes = new(2027, 5, 24);

    public static Member Resident(string id, params string[] describes) => new(
        id,
        ["en"],
        "America/New_York",
        [Channel.Sms],
        [new ConsentRecord(Channel.Sms, ConsentState.Given, new DateTimeOffset(2026, 9, 1, 14, 0, 0, TimeSpan.Zero), "consent-1",
            "paper form")],
        new DaySpan(new DateOnly(2026, 1, 1)),
        [.. describes.Where(code => char.IsAsciiDigit(code[0]))],
        [.. describes.Where(code => !char.IsAsciiDigit(code[0]))]);

    public static BoardMember Fresh(this Member member) => new(member, MemberLoad.None);

    public static BoardMember Asked(this Member member, int times, DateOnly last) =>
        new(member, new MemberLoad(times, new DateTimeOffset(last, new TimeOnly(16, 0), TimeSpan.Zero)));

    public static RoutingInput Routing(IEnumerable<BoardMember> board, params string[] touched) => new(
        "r-2027-0001",
        ["DSS", "CCEH"],
        [.. touched.Select(code => new TouchedPopulation(code))],
        [.. board],
        Opens,
        Closes);

    public static IEnumerable<string> Ids(this IEnumerable<PanelSeat> seats) => seats.Select(seat => seat.MemberId);

    public static string ReasonsOf(this IEnumerable<MemberReasons> all, string id) =>
        string.Join(" ", all.Single(entry => entry.MemberId == id).Reasons);
}
