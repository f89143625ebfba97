using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Reviews;

namespace CtVoice.Functions.Settings;

/// <summary>How what goes out to a whole panel leaves.</summary>
internal sealed class SendingSettings : IValidatableObject
{
    public const string Section = "Sending";

    /// <summary>
    /// How long it can be stopped before it does, in whole minutes. Reviews keep what held when they began; the rules that the
    /// coordinator puts in force go before it.
    /// </summary>
    public TimeSpan StopFor { get; init; } = TimeSpan.FromMinutes(ReviewPolicy.Default.StopForMinutes!.Value);

    public ReviewPolicy In(ReviewPolicy policy) => policy with { StopForMinutes = (int)StopFor.TotalMinutes };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (StopFor < TimeSpan.Zero || StopFor > TimeSpan.FromMinutes(ReviewPolicyCheck.LongestStop)
            || StopFor.Ticks % TimeSpan.TicksPerMinute != 0)
            yield return new($"Give whole minutes from 00:00:00 to 0{ReviewPolicyCheck.LongestStop / 60}:00:00.", [nameof(StopFor)]);
    }
}
