using CtVoice.Core.Board;

namespace CtVoice.Web.Routes;

/// <summary>What the OpenAPI document shows of the board; nobody here exists.</summary>
internal static class MemberExamples
{
    private static readonly DateTimeOffset Agreed = new(2026, 9, 1, 18, 0, 0, TimeSpan.Zero);

    internal static ConsentGiven Consent { get; } = new(Channel.Sms, ConsentState.Given, "consent-2026-1", "paper form", Agreed);

    internal static MemberEntry Entry { get; } = new(
        ["es", "en"], [Channel.Sms, Channel.PhoneDictated], new(new(2026, 9, 1), new(2028, 8, 31)), ["2180-8"], ["benefits"],
        Conflicts: [new("DSS", ConflictKind.Contractor)], MaximumPerYear: 6, Away: [new(new(2027, 7, 1), new(2027, 7, 14))]);

    internal static Availability Availability { get; } = new([new(new(2027, 7, 1), new(2027, 7, 14))], 6);

    internal static MemberView View { get; } = new(
        Entry.On("m-25", null) with { Consent = [new(Channel.Sms, ConsentState.Given, Agreed, "consent-2026-1", "paper form")] },
        2, new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero), "5f1c0a9e2b7d4c33");

    internal static ContactView Contact { get; } = new("m-01", "Avery Example", "+12035550101", "avery@example.org", CallsAllowed.CallOnly);

    internal static BoardImportReport Import { get; } = new(true, ["m-25"], ["m-03"], ["m-01", "m-02"], []);

    internal static ViewPage Views { get; } = new([new(Agreed, "k-7", "members/contact", ["m-01"])], null);
}
