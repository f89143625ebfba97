namespace CtVoice.Core.Board;

/// <summary>A cell that cannot be taken. The message never repeats a name, number or address.</summary>
/// <param name="Row">Row as a spreadsheet counts: the header is 1.</param>
/// <param name="Column">Column by its header.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record CellFault(int Row, string Column, string Message);

/// <summary>One member as a file states them.</summary>
/// <param name="Row">Row as a spreadsheet counts.</param>
/// <param name="Member">The member.</param>
/// <param name="Contact">How to reach them.</param>
/// <param name="SaysState">False when the state column is empty, so that what is known stays.</param>
/// <param name="SaysDiscreet">False when the discreet column is empty.</param>
public sealed record BoardFileRow(int Row, Member Member, MemberContact Contact, bool SaysState, bool SaysDiscreet);

/// <summary>A board file as read.</summary>
/// <param name="Rows">Rows without a fault.</param>
/// <param name="Faults">Everything wrong with the others, in order of row.</param>
public sealed record BoardFile(IReadOnlyList<BoardFileRow> Rows, IReadOnlyList<CellFault> Faults);
