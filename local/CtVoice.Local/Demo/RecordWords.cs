using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Calendar;

namespace CtVoice.Local.Demo;

/// <summary>The record in sentences.</summary>
internal static class RecordWords
{
    /// <summary>A step that the clock brought, for a reader; null for steps that the story tells anyway.</summary>
    public static string? Sentence(string type, JsonNode facts) => type switch
    {
        "window-opened" => $"The response window opens; it closes {Local(facts.Instant("closesAt"))}",
        "alternate-joined" => $"{facts.Text("member")} is silent at half of the window; {facts.Text("joins")} joins",
        "window-extended" => $"The window is extended: {facts.Text("reason")}",
        "review-closed" => $"The review closes: {facts["replied"]} of {facts["asked"]} replied, quorum {facts["quorum"]}",
        "report-sent" => $"The report goes out with {facts["recommendations"]} recommendations",
        "supplement-sent" => $"The supplement goes out with {facts["recommendations"]} more",
        "answer-overdue" => $"Recommendation {facts["recommendation"]} is publicly overdue",
        "answers-collected" => $"The waiting is over: {facts["answered"]} of {facts["recommendations"]} answered; members are told",
        _ => null,
    };

    /// <summary>An instant as people in Connecticut say it.</summary>
    public static string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, BusinessCalendar.Zone).ToString("dddd, MMMM d 'at' HH:mm", CultureInfo.InvariantCulture);
}
