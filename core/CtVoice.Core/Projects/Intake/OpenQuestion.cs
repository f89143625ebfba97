namespace CtVoice.Core.Projects.Intake;

/// <summary>Something that a project does not say yet: asked in the report.</summary>
/// <param name="Pointer">The member of the request (RFC 6901).</param>
/// <param name="Question">The question to the agency.</param>
public sealed record OpenQuestion(string Pointer, string Question);
