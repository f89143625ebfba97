using System.Globalization;

namespace CtVoice.Core.Reviews;

/// <summary>Where the parts of a review are kept: one partition per review.</summary>
internal static class ReviewRows
{
    public const string Head = "head";
    public const string Project = "project";

    public static string Partition(string reviewId) => $"review|{reviewId}";

    public static string Ledger(int number) => string.Create(CultureInfo.InvariantCulture, $"ledger|{number:D8}");

    public static string Content(string key) => $"content|{key}";

    public static string Effect(long sequence, int n) => string.Create(CultureInfo.InvariantCulture, $"effect|{sequence:D12}|{n:D3}");

    public static string Outbox(string key) => $"outbox|{key}";
}
