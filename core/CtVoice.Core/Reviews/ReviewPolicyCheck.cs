using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Reviews;

/// <summary>Whether reviews can be run by a set of rules. It says nothing of whether they are good ones. Pure.</summary>
public static class ReviewPolicyCheck
{
    private const int LongestDays = 250;
    private const int LongestYear = 3660;

    /// <summary>Longest time for which what goes out can be stopped, in minutes.</summary>
    public const int LongestStop = 60;

    // A week.
    private const int LongestNotice = 168;

    /// <summary>Everything that is wrong with it; empty when nothing is.</summary>
    public static IReadOnlyList<Fault> Of(ReviewPolicy policy)
    {
        var faults = new List<Fault>();
        if (policy.Version.Length is 0 or > 100 || policy.Version.Any(c => c is < '!' or > '~'))
            faults.Add(new("/version", "A version has 1 to 100 plain characters, without blanks."));
        if (policy.Source.Trim().Length is 0 or > 500)
            faults.Add(new("/source", "Say where the values come from, in 1 to 500 characters."));
        if (policy.StopForMinutes is { } minutes)
            Within(nameof(policy.StopForMinutes), minutes, 0, LongestStop);
        if (policy.PostageBusinessDays is { } postage)
            Within(nameof(policy.PostageBusinessDays), postage, 0, LongestDays);
        if (policy.NoticeHours is { } notice)
            Within(nameof(policy.NoticeHours), notice, 1, LongestNotice);
        Within(nameof(policy.PanelSize), policy.PanelSize, 1, 50);
        Within(nameof(policy.Alternates), policy.Alternates, 0, 50);
        Within(nameof(policy.Quorum), policy.Quorum, 0, policy.PanelSize);
        Within(nameof(policy.CoordinatorDecidesWithin), policy.CoordinatorDecidesWithin, 1, LongestDays);
        Within(nameof(policy.TextsDigestAfter), policy.TextsDigestAfter, 1, LongestDays);
        Within(nameof(policy.TextsEscalateAfter), policy.TextsEscalateAfter, policy.TextsDigestAfter, LongestDays);
        Within(nameof(policy.WindowBusinessDays), policy.WindowBusinessDays, 1, LongestDays);
        Within(nameof(policy.ExpeditedBusinessDays), policy.ExpeditedBusinessDays, 1, policy.WindowBusinessDays);
        Within(nameof(policy.PublicationWindowBusinessDays), policy.PublicationWindowBusinessDays, 1, LongestDays);
        Within(nameof(policy.RemindAfter), policy.RemindAfter, 1, LongestDays);
        Falling(nameof(policy.RemindBeforeClose), policy.RemindBeforeClose, LongestDays);
        if (policy.EarlyCloseAfter is { } early)
            Within(nameof(policy.EarlyCloseAfter), early, 1, LongestDays);
        Within(nameof(policy.ExtensionBusinessDays), policy.ExtensionBusinessDays, 1, LongestDays);
        if (policy.Settling < TimeSpan.Zero || policy.Settling > TimeSpan.FromHours(4))
            faults.Add(new("/settling", "Settling takes no time up to four hours."));
        Within(nameof(policy.PreviewBusinessDays), policy.PreviewBusinessDays, 1, LongestDays);
        Within(nameof(policy.SupplementBusinessDays), policy.SupplementBusinessDays, 1, LongestDays);
        Within(nameof(policy.SatisfactionBusinessDays), policy.SatisfactionBusinessDays, 1, LongestDays);
        Within(nameof(policy.AnswerBusinessDays), policy.AnswerBusinessDays, 1, LongestDays);
        Falling(nameof(policy.RemindBeforeAnswer), policy.RemindBeforeAnswer, policy.AnswerBusinessDays);
        Within(nameof(policy.AnswerExtensions), policy.AnswerExtensions, 0, 10);
        Within(nameof(policy.AnswerExtensionDays), policy.AnswerExtensionDays, 1, LongestDays);
        Within(nameof(policy.AnswerAgainBusinessDays), policy.AnswerAgainBusinessDays, 1, LongestDays);
        Within(nameof(policy.DecideLaterWithin), policy.DecideLaterWithin, 1, policy.DecideLaterAtMost);
        Within(nameof(policy.DecideLaterAtMost), policy.DecideLaterAtMost, 1, LongestYear);
        Falling(nameof(policy.RemindBeforeCommitment), policy.RemindBeforeCommitment, LongestYear);
        Within(nameof(policy.CommitmentGraceDays), policy.CommitmentGraceDays, 0, LongestYear);
        Within(nameof(policy.TellAgainAfter), policy.TellAgainAfter, 1, LongestYear);
        Within(nameof(policy.EscalateEvery), policy.EscalateEvery, 1, LongestDays);
        Within(nameof(policy.Escalations), policy.Escalations, 1, 50);
        return faults;

        void Within(string name, int value, int least, int most)
        {
            if (value < least || value > most)
                faults.Add(new(Pointer(name), string.Create(CultureInfo.InvariantCulture, $"Give {least} to {most}; it is {value}.")));
        }

        // Earliest first, each day once.
        void Falling(string name, IReadOnlyList<int> days, int most)
        {
            if (days.Count > 10 || days.Any(d => d < 1 || d > most) || days.Zip(days.Skip(1)).Any(pair => pair.First <= pair.Second))
                faults.Add(new(Pointer(name),
                    string.Create(CultureInfo.InvariantCulture,
                        $"Give at most ten days from {most} down to 1, the earliest first and each once.")));
        }
    }

    private static string Pointer(string name) => "/" + JsonNamingPolicy.CamelCase.ConvertName(name);
}
