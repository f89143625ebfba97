using System.Globalization;
using System.Text.Json;

namespace CtVoice.Bench;

/// <summary>Prints figures as they come: a table for people, or one JSON object a line.</summary>
internal sealed class BenchPrinter(TextWriter output, bool json)
{
    internal void Figure(string name, double value, string unit) => output.WriteLine(json
        ? JsonSerializer.Serialize(new { name, value = Math.Round(value, 4), unit })
        : string.Create(CultureInfo.InvariantCulture, $"{name,-44}{value,14:N3}  {unit}"));
}
