/* dwarf2.h - for GCC's dwarf2out.h, which includes a header of this name that GCC does not
   install.  What of it the plugin and that header need: the numbers are DWARF's, and the
   other enumerations are as large as those.  A GCC that does install it has it in
   the directory of dwarf2out.h, where it is found first.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_DWARF2_H
#define CGO_DWARF2_H 1

enum dwarf_call_frame_info
{
  DW_CFA_remember_state = 0x0a,
  DW_CFA_restore_state = 0x0b,
  DW_CFA_def_cfa = 0x0c,
  DW_CFA_def_cfa_register = 0x0d,
  DW_CFA_def_cfa_expression = 0x0f,
  DW_CFA_def_cfa_sf = 0x12
};

enum dwarf_tag { CGO_DW_TAG };
enum dwarf_attribute { CGO_DW_AT };
enum dwarf_location_atom { CGO_DW_OP };

#endif
