using System.Globalization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Board;

/// <summary>Whether the coordinator's overrides can be followed.</summary>
internal static class PanelOverrides
{
    public static IReadOnlyList<Fault> Check(RoutingInput input, IReadOnlyList<Candidate> candidates, IReadOnlyList<MemberReasons> excluded)
    {
        var faults = new List<Fault>();
        var overrides = input.Overrides ?? [];
        var seated = new List<Candidate>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < overrides.Count; i++)
        {
            var word = overrides[i];
            void Refuse(string field, string message) =>
                faults.Add(new Fault(string.Create(CultureInfo.InvariantCulture, $"/overrides/{i}/{field}"), message));

            if (string.IsNullOrWhiteSpace(word.Reason))
                Refuse("reason", "An override needs a reason.");
            if (!named.Add(word.MemberId))
                Refuse("memberId", "A member is overridden once.");
            else if (excluded.FirstOrDefault(other => other.MemberId == word.MemberId) is { } out_)
                Refuse("memberId", $"{word.MemberId} cannot be asked: {string.Join(" ", out_.Reasons)}");
            else if (candidates.FirstOrDefault(candidate => candidate.Id == word.MemberId) is not { } candidate)
                Refuse("memberId", $"{word.MemberId} is not on the board.");
            else if (word.Kind == OverrideKind.Seat)
            {
                if (seated.Find(candidate.Clashes) is { } other)
                    Refuse("memberId", $"{word.MemberId} shares a household or a phone number with {other.Id}, who is seated too.");
                seated.Add(candidate);
            }
        }
        if (seated.Count > input.PanelSize)
            faults.Add(new Fault("/overrides",
                $"More members are seated than the panel has seats ({input.PanelSize.ToString(CultureInfo.InvariantCulture)})."));
        return faults;
    }
}
