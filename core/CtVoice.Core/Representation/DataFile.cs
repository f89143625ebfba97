using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtVoice.Core.Json;

namespace CtVoice.Core.Representation;

/// <summary>A versioned file of facts or rules that can be replaced by import.</summary>
public abstract record DataFile
{
    /// <summary>Name of the file, e.g. <c>baselines</c>; the same in every version.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Where the content comes from.</summary>
    public required string Source { get; init; }

    /// <summary>When it was last checked against its source.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Name and version, to be kept with what was computed.</summary>
    public Edition Edition() => new(Id, Version);

    /// <summary>What is wrong with the content.</summary>
    internal abstract IEnumerable<Fault> Check();
}

/// <summary>A data file as read: the file, or everything that is wrong with it.</summary>
/// <param name="File">The file; null when there are faults.</param>
/// <param name="Faults">What is wrong; empty when there is a file.</param>
public sealed record ReadFile<T>(T? File, IReadOnlyList<Fault> Faults)
    where T : DataFile
{
    /// <summary>Whether the file can be used.</summary>
    [MemberNotNullWhen(true, nameof(File))]
    public bool IsGood => File is not null;
}

/// <summary>Reads data files: the shipped ones, and the text of their replacements.</summary>
public static partial class DataFiles
{
    /// <summary>Reads and checks the text of a file. Members that the type does not know are faults.</summary>
    public static ReadFile<T> Read<T>(string json)
        where T : DataFile
    {
        T? file;
        try
        {
            file = JsonSerializer.Deserialize<T>(json, WorkflowJson.Options);
        }
        catch (JsonException e)
        {
            return new(null, [new(PointerOf(e.Path), $"Not readable as {typeof(T).Name}: {e.Message}")]);
        }

        if (file is null)
            return new(null, [new("", "The file is empty.")]);
        var faults = Head(file).Concat(file.Check()).ToList();
        return faults.Count == 0 ? new(file, []) : new(null, faults);
    }

    /// <summary>The file that is shipped under that name.</summary>
    internal static T Shipped<T>(string name)
        where T : DataFile
    {
        using var stream = typeof(DataFiles).Assembly.GetManifestResourceStream($"CtVoice.Core.Representation.Data.{name}.json")
            ?? throw new InvalidOperationException($"The data file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var read = Read<T>(reader.ReadToEnd());
        return read.File
            ?? throw new InvalidOperationException(string.Join(' ', read.Faults.Select(f => $"{name}{f.Pointer}: {f.Message}")));
    }

    private static IEnumerable<Fault> Head(DataFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Id))
            yield return new("/id", "The file must name itself.");
        if (string.IsNullOrWhiteSpace(file.Version))
            yield return new("/version", "The file must have a version.");
        if (string.IsNullOrWhiteSpace(file.Source))
            yield return new("/source", "The file must say where its content comes from.");
    }

    /// <summary>From <c>$.groups[0].count</c> to <c>/groups/0/count</c>.</summary>
    private static string PointerOf(string? path) =>
        path is null or "$" ? "" : Steps().Replace(path[1..], m => "/" + (m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value));

    [GeneratedRegex(@"\[(\d+)\]|\.([^.\[]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Steps();
}
