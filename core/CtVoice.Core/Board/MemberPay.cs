using System.Text.RegularExpressions;
using CtVoice.Core.Json;

namespace CtVoice.Core.Board;

/// <summary>What a member wants of pay: it can affect their benefits, so it is theirs to refuse.</summary>
/// <param name="Declines">True when they want none.</param>
/// <param name="YearlyLimit">The most they want in a calendar year; null for no limit.</param>
/// <param name="PayeeReference">The payee in the books of whoever pays; never a social security or tax number.</param>
public sealed partial record MemberPay(bool Declines = false, decimal? YearlyLimit = null, string? PayeeReference = null)
{
    /// <summary>Everything wrong with it.</summary>
    public IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        if (YearlyLimit is < 0 or > 1_000_000)
            faults.Add(new("/yearlyLimit", "A limit is 0 to 1,000,000, or absent for none."));
        if (PayeeReference is { } reference && !Reference().IsMatch(reference))
            faults.Add(new("/payeeReference", "A payee reference is 1 to 40 letters, digits and hyphens."));
        // Nine digits, in whatever groups, are what a social security or tax number looks like.
        else if (PayeeReference is { } digits && digits.Count(char.IsAsciiDigit) == 9 && digits.All(c => char.IsAsciiDigit(c) || c == '-'))
            faults.Add(new("/payeeReference", "This looks like a social security or tax number, which has no place here."));
        return faults;
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex Reference();
}
