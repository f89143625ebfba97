using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Web.Desk.Components;

namespace CtVoice.Web.Desk.Members;

/// <summary>What is known of a member, in words.</summary>
internal static class MemberWords
{
    internal static IReadOnlyList<Choice> Channels { get; } = [.. Enum.GetValues<Channel>().Select(c => new Choice(Spelt(c), Of(c)))];

    internal static IReadOnlyList<Choice> States { get; } =
    [
        new(Spelt(MemberState.Active), "Takes part"), new(Spelt(MemberState.Paused), "Paused: is not asked for now"),
        new(Spelt(MemberState.Left), "Has left the board"),
    ];

    internal static IReadOnlyList<Choice> Ties { get; } =
    [
        new("", "Choose"), new(Spelt(ConflictKind.Employer), "works for it"), new(Spelt(ConflictKind.Contractor), "has a contract with it"),
        new(Spelt(ConflictKind.Litigant), "is in court with it"),
    ];

    internal static IReadOnlyList<Choice> Experiences { get; } =
        [.. MemberCheck.Experiences.Select(e => new Choice(e, ReviewWords.Plain(e)))];

    internal static string Of(Channel channel) => channel switch
    {
        Channel.Sms => "Text",
        Channel.Email => "Mail",
        Channel.Page => "Page behind a link",
        Channel.Letter => "Letter on paper",
        _ => "Phone call, written down",
    };

    internal static string Of(ConflictKind kind) => Ties.First(t => t.Value == Spelt(kind)).Text;

    /// <summary>"Jul 1, 2027 to Jul 14, 2027".</summary>
    internal static string Of(DaySpan span) =>
        span.To is { } to ? $"{ReviewWords.Day(span.From)} to {ReviewWords.Day(to)}" : $"from {ReviewWords.Day(span.From)} on";

    /// <summary>How programs write it.</summary>
    internal static string Spelt<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, WorkflowJson.Options).GetString()!;

    /// <summary>How a day stands in a field.</summary>
    internal static string? Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
