using System.Security.Cryptography;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;

namespace CtVoice.Local.Commands;

/// <summary>A project file, read as a submission would be.</summary>
/// <param name="Project">The project; null when the file has not the form of one.</param>
/// <param name="Id">An id made of the file's content; seeds the draw between equals.</param>
/// <param name="Faults">What keeps it from being taken in; what is explained may be so all the same.</param>
internal sealed record ProjectFile(ProjectRequest? Project, string Id, IReadOnlyList<Fault> Faults)
{
    /// <summary>Reads and checks one, against reference data and a catalogue.</summary>
    public static ProjectFile Read(byte[] utf8, ExplainedWith with, DateOnly today)
    {
        var read = StrictJson.Read<ProjectRequest>(utf8);
        if (read.Value is not { } project)
            return new(null, "", read.Faults);
        // A file is looked at for its day: as if it came at noon, when what is asked leaves at once.
        var noon = LocalTime.InstantOf(today, new(12, 0), BusinessCalendar.Zone);
        var dates = EarliestEnd.Dates(noon, ReviewPolicy.Default.For(project.Kind), BusinessCalendar.Connecticut);
        return new(project, ReviewIds.Of(SHA256.HashData(utf8)),
            ProjectIntake.Check(project, with.Catalogue, with.Reference.IntakeNow, dates));
    }
}
