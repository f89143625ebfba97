namespace CtVoice.Core.Representation;

/// <summary>Which data file something was computed with.</summary>
/// <param name="Id">Name of the file, e.g. <c>baselines</c>.</param>
/// <param name="Version">Its version.</param>
public sealed record Edition(string Id, string Version);

/// <summary>A named thing with a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What people call it.</param>
public sealed record CodeName(string Code, string Name);
