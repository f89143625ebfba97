namespace CtVoice.Core.Projects;

/// <summary>An agency that can ask for a review or share data.</summary>
/// <param name="Code">Its code, e.g. <c>DSS</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="P20Win">True for the 15 agencies that share data through P20 WIN.</param>
/// <param name="AlsoWritten">Other names and codes that published files use for it.</param>
public sealed record Agency(string Code, string Name, bool P20Win, IReadOnlyList<string> AlsoWritten);
