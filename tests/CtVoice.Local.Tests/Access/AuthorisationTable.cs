namespace CtVoice.Local.Tests.Access;

/// <summary>Somebody who knocks.</summary>
internal enum Caller
{
    /// <summary>The agency whose review it is.</summary>
    Own,

    /// <summary>An agency that has nothing to do with it.</summary>
    Other,

    Coordinator,
    Deputy,
    Auditor,
    ReadOnly,
    Nobody,
}

/// <summary>What one operation answers to everybody who may knock.</summary>
internal sealed record AuthorisationLine(string Operation, IReadOnlyDictionary<Caller, string> Answers);

/// <summary>
/// The written table, <c>authorisation.csv</c>: one line per operation, one column per caller. <c>in</c> is anything but
/// 401, 403 and 404; a number is exactly that status.
/// </summary>
internal static class AuthorisationTable
{
    internal const string In = "in";

    private static readonly IReadOnlyList<string> Possible = [In, "401", "403", "404"];

    internal static IReadOnlyList<AuthorisationLine> Lines { get; } = Read();

    private static List<AuthorisationLine> Read()
    {
        var callers = Enum.GetValues<Caller>();
        var lines = new List<AuthorisationLine>();
        foreach (var text in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Access", "authorisation.csv")).Skip(1))
        {
            var cells = text.Split(',');
            if (cells.Length != callers.Length + 1 || cells.Skip(1).Any(c => !Possible.Contains(c)))
                throw new InvalidDataException(
                    $"authorisation.csv: '{text}' has not one cell of {string.Join(", ", Possible)} per caller.");
            lines.Add(new(cells[0], callers.ToDictionary(c => c, c => cells[1 + (int)c])));
        }
        return lines;
    }
}
