using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Functions.Settings;

/// <summary>How fast the providers take messages; the defaults are those of <see cref="PaceOptions.Default"/>.</summary>
internal sealed class PaceSettings
{
    public const string Section = "Pace";

    private const int Most = 100_000;

    /// <summary>Texts in any minute, by all numbers of the Messaging Service.</summary>
    [Range(1, Most)]
    public int TextsPerMinute { get; init; } = 60;

    /// <summary>Emails in any minute.</summary>
    [Range(1, Most)]
    public int EmailsPerMinute { get; init; } = 30;

    /// <summary>Emails in any hour.</summary>
    [Range(1, Most)]
    public int EmailsPerHour { get; init; } = 100;

    public PaceOptions Options() => new(
        [new(TextsPerMinute, TimeSpan.FromMinutes(1))],
        [new(EmailsPerMinute, TimeSpan.FromMinutes(1)), new(EmailsPerHour, TimeSpan.FromHours(1))]);
}
